package org.neurarium.circuits.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;

/// Reads WAV sounds: PCM of 8, 16, 24 or 32 bits, or floating point numbers of 32 or 64 bits, with any number of channels.
final class WavReader {

  private static final int RIFF = 0x46464952; // the letters as a little-endian number
  private static final int WAVE = 0x45564157;
  private static final int FORMAT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MOST_SAMPLES = 1 << 26;

  private WavReader() {}

  static Media.Result<Waveform> read(InputStream in, String name) throws IOException {
    ByteBuffer head = take(in, 12);
    if (head.limit() < 12 || head.getInt(0) != RIFF || head.getInt(8) != WAVE)
      return Media.failed(
          name,
          "The file '" + name + "' is not a WAV sound",
          "Save it as WAV from a sound program; giving it another name is not enough.");
    ByteBuffer format = ByteBuffer.allocate(0);
    while (true) {
      ByteBuffer chunk = take(in, 8);
      if (chunk.limit() < 8)
        return Media.failed(
            name, "The sound '" + name + "' ends before its samples", "Copy it again.");
      long length = chunk.getInt(4) & 0xFFFFFFFFL;
      if (chunk.getInt(0) == DATA) return samples(in, length, format, name);
      if (chunk.getInt(0) == FORMAT && length < 1000) format = take(in, (int) length);
      else in.skipNBytes(length);
      if ((length & 1) == 1) in.skipNBytes(1);
    }
  }

  private static ByteBuffer take(InputStream in, int bytes) throws IOException {
    return ByteBuffer.wrap(in.readNBytes(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Media.Result<Waveform> samples(
      InputStream in, long length, ByteBuffer format, String name) throws IOException {
    if (format.limit() < 16)
      return Media.failed(
          name, "The sound '" + name + "' does not say what its samples are", "Save it anew.");
    int kind = format.getShort(0) & 0xffff;
    if (kind == EXTENSIBLE && format.limit() >= 26) kind = format.getShort(24) & 0xffff;
    int channels = format.getShort(2);
    int rate = format.getInt(4);
    int bits = format.getShort(14);
    boolean known =
        kind == PCM
            ? bits == 8 || bits == 16 || bits == 24 || bits == 32
            : kind == FLOAT && (bits == 32 || bits == 64);
    if (!known || channels < 1 || rate < 1)
      return Media.failed(
          name,
          "The sound '"
              + name
              + "' has samples of an unknown kind ("
              + kind
              + ", "
              + bits
              + " bits)",
          "Save it as plain PCM with 16 bits.");
    int frame = channels * bits / 8;
    long frames = length / frame;
    if (frames > MOST_SAMPLES)
      return Media.failed(
          name,
          "The sound '" + name + "' is too long: " + frames / rate + " s",
          "Cut it to at most " + MOST_SAMPLES / rate + " s.");
    float[] samples = new float[(int) frames];
    int done = 0;
    while (done < frames) {
      int wanted = (int) Math.min(frames - done, 65_536);
      ByteBuffer part = take(in, wanted * frame);
      int got = part.limit() / frame;
      for (int k = 0; k < got; k++) {
        double sum = 0;
        for (int c = 0; c < channels; c++)
          sum += sample(part, k * frame + c * bits / 8, kind, bits);
        samples[done++] = (float) (sum / channels);
      }
      if (got < wanted) break;
    }
    if (done == frames)
      return new Media.Result<>(Optional.of(new Waveform(rate, samples)), List.of());
    return new Media.Result<>(
        Optional.of(new Waveform(rate, java.util.Arrays.copyOf(samples, done))),
        List.of(
            Problem.warning(
                Media.place(name),
                "The sound '" + name + "' ends in the middle",
                "What is there is played; copy it again for the rest.")));
  }

  private static double sample(ByteBuffer in, int at, int kind, int bits) {
    if (kind == FLOAT) {
      double value = bits == 32 ? in.getFloat(at) : in.getDouble(at);
      return Double.isFinite(value) ? value : 0;
    }
    return switch (bits) {
      case 8 -> ((in.get(at) & 0xff) - 128) / 128.0;
      case 16 -> in.getShort(at) / 32768.0;
      case 24 -> (in.getShort(at) & 0xffff | in.get(at + 2) << 16) / 8388608.0;
      default -> in.getInt(at) / 2147483648.0;
    };
  }
}
