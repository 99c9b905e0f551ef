package org.neurarium.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.Translation;

/// A stimulus `eye` with something to look at, for tests, and files made by code.
final class Gallery implements DataFiles {

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Signal.Sense sense;
  private double dt = 0.1;
  private long seed = 1;
  private Quantity start = Stimulus.AT_ONCE;

  Gallery(Signal.Sense sense) {
    this.sense = sense;
  }

  Gallery seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  Gallery from(String time) {
    start = Sketch.quantity(time);
    return this;
  }

  Gallery dt(double ms) {
    dt = ms;
    return this;
  }

  /// A grey PNG picture.
  Gallery picture(String name, int width, int height, IntBinaryOperator grey) {
    files.put(name, png(width, height, grey));
    return this;
  }

  /// A WAV sound of 16 bits.
  ///
  /// @param wave by time in seconds
  Gallery sound(String name, int rate, double seconds, DoubleUnaryOperator wave) {
    files.put(name, wav(rate, seconds, wave));
    return this;
  }

  Gallery file(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  static byte[] png(int width, int height, IntBinaryOperator grey) {
    try {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      try (DeflaterOutputStream out = new DeflaterOutputStream(lines)) {
        for (int y = 0; y < height; y++) {
          out.write(0);
          for (int x = 0; x < width; x++) out.write(grey.applyAsInt(x, y));
        }
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
      chunk(
          all,
          "IHDR",
          ByteBuffer.allocate(13)
              .putInt(width)
              .putInt(height)
              .put(new byte[] {8, 0, 0, 0, 0})
              .array());
      chunk(all, "IDAT", lines.toByteArray());
      chunk(all, "IEND", new byte[0]);
      return all.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] body)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    out.write(ByteBuffer.allocate(8).putInt(body.length).put(name).array());
    out.write(body);
    out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  static byte[] wav(int rate, double seconds, DoubleUnaryOperator wave) {
    int samples = (int) (rate * seconds);
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (int k = 0; k < samples; k++)
      out.putShort((short) Math.round(32767 * wave.applyAsDouble((double) k / rate)));
    return out.array();
  }

  Circuit circuit() {
    return circuit(sense);
  }

  /// The same circuit with another sense.
  Circuit circuit(Signal.Sense other) {
    Stimulus eye =
        new Stimulus(
            Sketch.id("eye"),
            "eye",
            new Point(0, 0),
            other.sources(),
            other,
            start,
            Stimulus.NEVER);
    return new Circuit(
        "Seeing",
        "",
        new RunSettings(Quantity.of(dt, "ms"), seed, Quantity.of(1, "s")),
        List.of(eye));
  }

  Simulation.Build tryBuild(int threads) {
    return Simulation.build(
        circuit(),
        this,
        Library.builtIn(),
        new Kernels(Translation.compiled(ProgramCompiler.Form.PLAIN)),
        Threads.exactly(threads),
        BuildMonitor.NONE);
  }

  Simulation build(int threads) {
    Simulation.Build built = tryBuild(threads);
    return built.simulation().orElseThrow(() -> new AssertionError(built.problems().toString()));
  }

  /// The spikes of so many milliseconds, from the start on.
  List<Spikes.Spike> spikes(double ms, int threads) {
    try (Simulation simulation = build(threads)) {
      return Spikes.during(simulation, Math.round(ms / dt)).all();
    }
  }

  /// How many spikes each source has in so many milliseconds.
  int[] counts(double ms) {
    int[] counts = new int[sense.sources()];
    for (Spikes.Spike s : spikes(ms, 1)) counts[s.neuron()]++;
    return counts;
  }

  @Override
  public Reader open(String name) throws IOException {
    return new InputStreamReader(bytes(name), StandardCharsets.UTF_8);
  }

  @Override
  public InputStream bytes(String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) throw new NoSuchFileException(name);
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public List<String> list(String folder) {
    return files.keySet().stream().filter(f -> f.startsWith(folder + "/")).toList();
  }
}
