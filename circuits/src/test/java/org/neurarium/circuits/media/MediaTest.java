package org.neurarium.circuits.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.sense.Raster;

/// Files that are no text, written by others' encoders or by hand, read by ours.
class MediaTest {

  private static DataFiles holding(byte[] bytes) {
    return new DataFiles() {
      @Override
      public Reader open(String name) throws IOException {
        throw new NoSuchFileException(name);
      }

      @Override
      public InputStream bytes(String name) {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  private static BufferedImage noise(int width, int height, int type, long seed) {
    BufferedImage image = new BufferedImage(width, height, type);
    SplittableRandom random = new SplittableRandom(seed);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) image.setRGB(x, y, 0xff000000 | random.nextInt(1 << 24));
    return image;
  }

  private static byte[] png(BufferedImage image, boolean interlaced) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(
        interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest(name = "{0} × {1}, image type {2}, interlaced {3}")
  @CsvSource({
    "7, 5, 10, false", "7, 5, 10, true", "13, 9, 1, false", "13, 9, 1, true", "9, 11, 2, false",
    "16, 3, 13, false", "17, 3, 12, false", "17, 9, 12, true", "6, 6, 11, false", "1, 1, 10, true"
  })
  void readsPicturesOfEveryKind(int width, int height, int type, boolean interlaced)
      throws IOException {
    BufferedImage image = noise(width, height, type, 1);
    Media.Result<Raster> read = Media.picture("a.png", holding(png(image, interlaced)));
    assertEquals(java.util.List.of(), read.problems());
    Raster raster = read.value().orElseThrow();
    assertEquals(width, raster.columns());
    assertEquals(height, raster.rows());
    boolean grey = type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY;
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int rgb = image.getRGB(x, y);
        double expected =
            type == BufferedImage.TYPE_USHORT_GRAY
                ? image.getRaster().getSample(x, y, 0) >> 8
                : grey
                    ? image.getRaster().getSample(x, y, 0)
                    : 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
        assertEquals(expected, raster.grey(x, y), 0.5 + 1e-9, "at " + x + ", " + y);
      }
  }

  @Test
  void refusesWhatIsNoPicture() {
    Problem problem =
        only(
            Media.picture(
                "a.png", holding("GIF89a and so on".getBytes(StandardCharsets.US_ASCII))));
    assertTrue(problem.isError());
    assertTrue(problem.sentence().contains("not a PNG"), problem.sentence());
    assertFalse(problem.hint().isEmpty());
  }

  @Test
  void refusesAPictureThatIsTooLargeBeforeReadingIt() {
    byte[] head =
        ByteBuffer.allocate(33)
            .putLong(0x89504E470D0A1A0AL)
            .putInt(13)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(60_000)
            .putInt(60_000)
            .put(new byte[] {8, 0, 0, 0, 0})
            .putInt(0)
            .array();
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(head, 12, 17);
    ByteBuffer.wrap(head).putInt(29, (int) sum.getValue());
    Problem problem = only(Media.picture("a.png", holding(head)));
    assertTrue(problem.sentence().contains("60000 x 60000"), problem.sentence());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverThrowsForADamagedPicture(long seed) throws IOException {
    byte[] good = png(noise(20, 20, BufferedImage.TYPE_INT_RGB, seed), seed % 2 == 0);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 200; k++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
      for (int n = random.nextInt(4); n > 0 && bad.length > 0; n--)
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      Media.Result<Raster> read = Media.picture("a.png", holding(bad));
      assertTrue(read.value().isPresent() || !read.problems().isEmpty());
    }
  }

  @ParameterizedTest(name = "{0} bits, {1} channels, {2}")
  @CsvSource({"8, 1, unsigned", "16, 1, signed", "16, 2, signed", "24, 1, signed", "32, 2, signed"})
  void readsSoundsOfEveryKind(int bits, int channels, String sign) throws IOException {
    int frames = 500;
    byte[] data = new byte[frames * channels * bits / 8];
    ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    double[] expected = new double[frames];
    for (int k = 0; k < frames; k++) {
      expected[k] = 0.7 * Math.sin(k / 9.0);
      for (int c = 0; c < channels; c++) {
        long value = Math.round(expected[k] * (1L << (bits - 1)));
        if (bits == 8) value += 128;
        for (int b = 0; b < bits / 8; b++) buffer.put((byte) (value >> (8 * b)));
      }
    }
    AudioFormat format = new AudioFormat(8000, bits, channels, sign.equals("signed"), false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(data), format, frames),
        AudioFileFormat.Type.WAVE,
        out);
    Media.Result<Waveform> read = Media.sound("a.wav", holding(out.toByteArray()));
    assertEquals(java.util.List.of(), read.problems());
    Waveform wave = read.value().orElseThrow();
    assertEquals(8000, wave.rate());
    assertEquals(frames, wave.samples().length);
    for (int k = 0; k < frames; k++)
      assertEquals(expected[k], wave.samples()[k], 1.01 / (1L << (Math.min(bits, 20) - 1)));

    Media.Result<Waveform> half =
        Media.sound("a.wav", holding(Arrays.copyOf(out.toByteArray(), out.size() / 2)));
    assertTrue(half.value().isPresent());
    assertFalse(only(half).isError());
    assertTrue(only(half).sentence().contains("ends in the middle"));
  }

  @Test
  void namesTheKindOfSamplesThatItDoesNotKnow() {
    ByteBuffer file = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
    file.putInt(16).putShort((short) 85).putShort((short) 1).putInt(44100).putInt(0);
    file.putShort((short) 1)
        .putShort((short) 0)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(0);
    Problem problem = only(Media.sound("a.wav", holding(file.array())));
    assertTrue(problem.isError());
    assertTrue(problem.sentence().contains("unknown kind"), problem.sentence());
    assertTrue(problem.hint().contains("PCM"), problem.hint());
  }

  private static byte[] bytes(String header, ByteBuffer body) {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer written = body.duplicate().flip();
    byte[] all = Arrays.copyOf(text, text.length + written.remaining());
    written.get(all, text.length, written.remaining());
    return all;
  }

  @Test
  void readsRecordingsOfASmallSensor() {
    ByteBuffer body = ByteBuffer.allocate(64);
    body.putInt((127 - 3) << 1 | (127 - 5) << 8).putInt(1000); // ON at 3, 5
    body.putInt(1 | (127 - 9) << 1 | (127 - 2) << 8).putInt(2500); // OFF at 9, 2
    body.putInt(0x8000).putInt(2600); // no event of a pixel
    byte[] file = bytes("#!AER-DAT2.0\r\n# made for a test\r\n", body);
    EventTable events = Media.events("a.aedat", holding(file), 128, 128).value().orElseThrow();
    assertArrayEquals(new double[] {1, 2.5}, events.times());
    assertArrayEquals(new int[] {3, 9}, events.x());
    assertArrayEquals(new int[] {5, 2}, events.y());
    assertArrayEquals(new boolean[] {true, false}, events.on());
  }

  @Test
  void readsRecordingsOfALargerSensorAndSaysWhereTheyEnd() {
    ByteBuffer body = ByteBuffer.allocate(64);
    body.putInt((179 - 7) << 22 | 200 << 12 | 1 << 11).putInt(40);
    body.putInt(1 << 31 | 5 << 12).putInt(50); // a frame's
    body.putInt((179 - 8) << 22 | 201 << 12).putInt(60);
    body.putInt(77); // and half an event
    byte[] file = bytes("#!AER-DAT2.0\r\n", body);
    Media.Result<EventTable> read = Media.events("a.aedat", holding(file), 240, 180);
    EventTable events = read.value().orElseThrow();
    assertArrayEquals(new int[] {200, 201}, events.x());
    assertArrayEquals(new int[] {7, 8}, events.y());
    assertArrayEquals(new boolean[] {true, false}, events.on());
    assertFalse(only(read).isError());
    assertTrue(only(read).sentence().contains("ends in the middle"), only(read).sentence());
  }

  @Test
  void readsVersionThree() {
    ByteBuffer body = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    body.putShort((short) 3)
        .putShort((short) 0)
        .putInt(4)
        .putInt(0)
        .putInt(0)
        .putInt(1)
        .putInt(1)
        .putInt(1)
        .putInt(0);
    body.putShort((short) 1)
        .putShort((short) 0)
        .putInt(8)
        .putInt(4)
        .putInt(0)
        .putInt(3)
        .putInt(3)
        .putInt(2);
    body.putInt(300 << 17 | 100 << 2 | 2 | 1).putInt(5_000);
    body.putInt(1 << 17 | 1 << 2 | 2).putInt(5_500); // not valid
    body.putInt(301 << 17 | 101 << 2 | 1).putInt(6_000);
    byte[] file = bytes("#!AER-DAT3.1\r\n#Format: RAW\r\n#!END-HEADER\r\n", body);
    Media.Result<EventTable> read = Media.events("a.aedat", holding(file), 346, 260);
    assertEquals(java.util.List.of(), read.problems());
    EventTable events = read.value().orElseThrow();
    assertArrayEquals(new double[] {5, 6}, events.times());
    assertArrayEquals(new int[] {300, 301}, events.x());
    assertArrayEquals(new int[] {100, 101}, events.y());
    assertArrayEquals(new boolean[] {true, false}, events.on());
  }

  @Test
  void sendsThoseWithVersionFourToAnother() {
    Problem problem =
        only(
            Media.events(
                "a.aedat4", holding("#!AER-DAT4.0\r\n".getBytes(StandardCharsets.US_ASCII)), 1, 1));
    assertTrue(problem.hint().contains("3.1"), problem.hint());
  }

  @Test
  @DisplayName(
      "a picture is scaled by the mean over what each place covers, in the middle of black")
  void scalesByTheMean() {
    Raster raster = new Raster(4, 2, new byte[] {0, (byte) 255, 51, 51, (byte) 255, 0, 51, 51});
    float[] half = new float[4];
    raster.fit(2, 2, half);
    // 4 × 2 on 2 × 2: each place is two pixels wide and high, so half of each row is black.
    assertArrayEquals(new float[] {0.25f, 0.1f, 0.25f, 0.1f}, half, 1e-6f);
    float[] same = new float[8];
    raster.fit(4, 2, same);
    assertEquals(Optional.of(1f), Optional.of(same[1]));
  }

  private static Problem only(Media.Result<?> result) {
    assertEquals(1, result.problems().size(), result.problems().toString());
    return result.problems().getFirst();
  }
}
