package org.neurarium.circuits.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.neurarium.circuits.sense.Raster;

/// Reads PNG pictures of every kind (ISO/IEC 15948), as grey: colours by their luminance (ITU-R BT.709), 16 bits as 8, transparent as black.
final class PngReader {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int MOST_BYTES = 1 << 27;
  private static final int[][] PASSES = { // first column, first row, columns apart, rows apart
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final String name;
  private int width;
  private int height;
  private int depth;
  private int colour;
  private boolean interlaced;
  private byte[] palette = new byte[0];
  private byte[] alphas = new byte[0];
  private byte[] grey = new byte[0];

  private PngReader(String name) {
    this.name = name;
  }

  static Media.Result<Raster> read(InputStream stream, String name) throws IOException {
    return new PngReader(name).read(new DataInputStream(stream));
  }

  private Media.Result<Raster> read(DataInputStream in) throws IOException {
    if (!isSigned(in))
      return Media.failed(
          name,
          "The file '" + name + "' is not a PNG picture",
          "Save it as PNG from a picture program; giving it another name is not enough.");
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    while (true) {
      int length = in.readInt();
      if (length < 0 || length > MOST_BYTES - data.size()) return damaged();
      byte[] type = in.readNBytes(4);
      byte[] body = in.readNBytes(length);
      if (body.length < length || type.length < 4) throw new EOFException();
      CRC32 sum = new CRC32();
      sum.update(type);
      sum.update(body);
      if ((int) sum.getValue() != in.readInt()) return damaged();
      switch (new String(type, StandardCharsets.ISO_8859_1)) {
        case "IHDR" -> {
          if (length != 13) return damaged();
          header(new DataInputStream(new ByteArrayInputStream(body)));
          if (width < 1 || height < 1) return damaged();
          if ((long) width * height > Raster.MOST)
            return Media.failed(
                name,
                "The picture '" + name + "' is too large: " + width + " x " + height + " pixels",
                "Make it smaller, to at most 4096 x 4096; a sheet of sources has far fewer.");
        }
        case "PLTE" -> palette = body;
        case "tRNS" -> alphas = body;
        case "IDAT" -> data.writeBytes(body);
        case "IEND" -> {
          return picture(data.toByteArray());
        }
        default -> {}
      }
    }
  }

  private static boolean isSigned(DataInputStream in) throws IOException {
    try {
      return in.readLong() == SIGNATURE;
    } catch (EOFException e) {
      return false;
    }
  }

  private Media.Result<Raster> damaged() {
    return Media.failed(
        name, "The picture '" + name + "' is damaged", "Save it anew, or copy it again.");
  }

  private void header(DataInputStream in) throws IOException {
    width = in.readInt();
    height = in.readInt();
    depth = in.readUnsignedByte();
    colour = in.readUnsignedByte();
    in.readShort(); // the only compression and the only set of filters there are
    interlaced = in.readUnsignedByte() == 1;
  }

  private int channels() {
    return switch (colour) {
      case 0, 3 -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 0;
    };
  }

  private Media.Result<Raster> picture(byte[] data) throws IOException {
    boolean known = depth == 8 || depth == 16 || (depth > 0 && 8 % depth == 0 && channels() == 1);
    if (width == 0 || channels() == 0 || !known) return damaged();
    grey = new byte[width * height];
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data))) {
      if (!interlaced) pass(in, 0, 0, 1, 1);
      else for (int[] p : PASSES) pass(in, p[0], p[1], p[2], p[3]);
    } catch (ZipException e) {
      return damaged();
    }
    return new Media.Result<>(Optional.of(new Raster(width, height, grey)), List.of());
  }

  /// Reads the lines of a picture that has every `across`th column and every `down`th row of the whole.
  private void pass(InputStream in, int left, int top, int across, int down) throws IOException {
    int columns = (width - left + across - 1) / across;
    if (columns <= 0) return;
    int bits = depth * channels();
    int length = (int) (((long) columns * bits + 7) / 8);
    int step = Math.max(1, bits / 8);
    byte[] before = new byte[length];
    byte[] line = new byte[length];
    for (int y = top; y < height; y += down) {
      int filter = in.read();
      if (filter < 0 || in.readNBytes(line, 0, length) < length) throw new EOFException();
      restore(filter, line, before, step);
      for (int k = 0; k < columns; k++)
        grey[y * width + left + k * across] =
            (byte) Math.clamp(Math.round(luminance(line, k)), 0, 255);
      byte[] other = before;
      before = line;
      line = other;
    }
  }

  private static void restore(int filter, byte[] line, byte[] above, int step) throws ZipException {
    for (int i = 0; i < line.length; i++) {
      int left = i < step ? 0 : line[i - step] & 0xff;
      int up = above[i] & 0xff;
      int corner = i < step ? 0 : above[i - step] & 0xff;
      line[i] +=
          (byte)
              switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, corner);
                default -> throw new ZipException("no filter " + filter);
              };
    }
  }

  private static int paeth(int left, int up, int corner) {
    int guess = left + up - corner;
    int toLeft = Math.abs(guess - left);
    int toUp = Math.abs(guess - up);
    int toCorner = Math.abs(guess - corner);
    if (toLeft <= toUp && toLeft <= toCorner) return left;
    return toUp <= toCorner ? up : corner;
  }

  /// The grey of a line's pixel, 0…255.
  private double luminance(byte[] line, int pixel) {
    int first = pixel * channels();
    return switch (colour) {
      case 0 -> sample(line, first) * 255.0 / ((1 << Math.min(depth, 8)) - 1);
      case 2 -> luminance(sample(line, first), sample(line, first + 1), sample(line, first + 2));
      case 4 -> sample(line, first) * sample(line, first + 1) / 255.0;
      case 6 ->
          luminance(sample(line, first), sample(line, first + 1), sample(line, first + 2))
              * sample(line, first + 3)
              / 255.0;
      default -> {
        int entry = sample(line, first);
        if (3 * entry + 2 >= palette.length) yield 0;
        double value =
            luminance(
                palette[3 * entry] & 0xff,
                palette[3 * entry + 1] & 0xff,
                palette[3 * entry + 2] & 0xff);
        yield entry < alphas.length ? value * (alphas[entry] & 0xff) / 255 : value;
      }
    };
  }

  private static double luminance(int red, int green, int blue) {
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /// A sample of a line; the upper 8 of 16 bits.
  private int sample(byte[] line, int number) {
    if (depth == 8) return line[number] & 0xff;
    if (depth == 16) return line[2 * number] & 0xff;
    int bit = number * depth;
    return (line[bit >> 3] & 0xff) >> (8 - depth - (bit & 7)) & ((1 << depth) - 1);
  }
}
