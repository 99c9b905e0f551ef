package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RandomCircuits;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.validation.Validation;

/// Corrupts real files in every way that disks, editors, networks and enemies know, twelve thousand circuits and six thousand lists, and
/// holds the reader to its word: no exception, a sentence and a place for whatever is wrong, and nothing lost without a word.
class MutationTest {

  private static final int CIRCUITS_PER_SEED = 300;
  private static final int LISTS_PER_SEED = 150;
  private static final Duration BUDGET = Duration.ofSeconds(10);
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d[-+.\\deE]*|true|false|null|[\\[\\]{},:]");
  private static final Pattern CODE =
      Pattern.compile("Exception|Error\\b|\\bat org\\.|java\\.|jackson|@[0-9a-f]{5}");

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsCorruptedCircuitsWithoutLosingOrThrowingAnything(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CIRCUITS_PER_SEED; i++) {
      Circuit circuit = RandomCircuits.circuit(random.nextLong(1_000_000));
      byte[] corrupted = corrupt(CircuitWriter.write(circuit), random);
      String which = "seed " + seed + ", mutant " + i;
      assertTimeoutPreemptively(BUDGET, () -> check(corrupted, which), which);
    }
  }

  private static void check(byte[] file, String which) {
    CircuitReader.Result result = CircuitReader.read("c.json", file);
    checkTold(result.problems(), which);
    assertEquals(result.complete(), result.problems().stream().noneMatch(Problem::isError), which);
    if (result.complete()) assertTrue(result.circuit().isPresent(), which);
    if (result.circuit().isEmpty()) return;
    Circuit read = result.circuit().get();
    checkTold(Validation.problems(read, Library.builtIn(), DataFiles.NONE), which);
    CircuitReader.Result again = CircuitReader.read("", CircuitWriter.write(read));
    assertTrue(again.complete(), which);
    assertEquals(Optional.of(read), again.circuit(), which);
  }

  private static void checkTold(List<Problem> problems, String which) {
    assertTrue(problems.size() <= 501, which);
    for (Problem problem : problems) {
      assertFalse(problem.sentence().isBlank(), which);
      assertFalse(problem.place().toString().isBlank(), which);
      assertTrue(problem.sentence().length() < 500, which + ": " + problem.sentence());
      assertFalse(CODE.matcher(withoutQuotes(problem)).find(), which + ": " + problem.sentence());
    }
  }

  /// What the program says itself, without what it quotes from the file.
  private static String withoutQuotes(Problem problem) {
    return (problem.sentence() + " " + problem.hint()).replaceAll("'[^']*'", "");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsCorruptedListsWithoutThrowingAnything(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < LISTS_PER_SEED; i++) {
      byte[] corrupted = corrupt(list(random), random);
      DataFiles files =
          _ -> new InputStreamReader(new ByteArrayInputStream(corrupted), StandardCharsets.UTF_8);
      String which = "seed " + seed + ", mutant " + i;
      assertTimeoutPreemptively(
          BUDGET,
          () -> {
            SpikeListCsv.Result spikes = SpikeListCsv.read("s.csv", files);
            checkTold(spikes.problems(), which);
            assertTrue(
                Arrays.stream(spikes.spikes().times()).allMatch(t -> t >= 0 && Double.isFinite(t)),
                which);
            assertTrue(Arrays.stream(spikes.spikes().sources()).allMatch(s -> s >= 0), which);
            ConnectionListCsv.Result connections = ConnectionListCsv.read("c.csv", files);
            checkTold(connections.problems(), which);
            assertEquals(
                connections.connections().size(),
                connections.connections().targets().length,
                which);
          },
          which);
    }
  }

  private static String list(SplittableRandom random) {
    String separator = pick(random, ",", ";", "\t");
    String mark = separator.equals(",") ? "." : pick(random, ".", ",");
    StringBuilder text = new StringBuilder();
    int columns = random.nextInt(1, 5);
    List<String> names = List.of("source", "target", "weight_pA", "delay_ms");
    if (columns <= 2 && random.nextBoolean()) names = List.of("t_ms", "source");
    if (random.nextBoolean())
      text.append(String.join(separator, names.subList(0, columns))).append('\n');
    for (int row = random.nextInt(30); row > 0; row--) {
      for (int c = 0; c < columns; c++) {
        if (c > 0) text.append(separator);
        text.append(
            c < 2 ? random.nextInt(100) + "" : random.nextInt(100) + mark + random.nextInt(10));
      }
      text.append(pick(random, "\n", "\n", "\r\n", "\n\n", "\n# note\n"));
    }
    return text.toString();
  }

  private static byte[] corrupt(String text, SplittableRandom random) {
    String corrupted = text;
    byte[] bytes = null;
    for (int n = random.nextInt(1, 4); n > 0; n--) {
      if (bytes == null && random.nextInt(3) > 0) corrupted = corruptTokens(corrupted, random);
      else
        bytes =
            corruptBytes(
                bytes == null ? corrupted.getBytes(StandardCharsets.UTF_8) : bytes, random);
    }
    return bytes == null ? corrupted.getBytes(StandardCharsets.UTF_8) : bytes;
  }

  private static byte[] corruptBytes(byte[] bytes, SplittableRandom random) {
    if (bytes.length == 0) return bytes;
    byte[] out = bytes.clone();
    int at = random.nextInt(out.length);
    int end = Math.min(out.length, at + random.nextInt(1, 40));
    switch (random.nextInt(6)) {
      case 0 -> out[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> out[at] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(out, at);
      }
      case 3 -> Arrays.fill(out, at, end, (byte) 0);
      case 4 -> {
        byte[] noise = new byte[end - at];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, out, at, noise.length);
      }
      default -> {
        byte[] without = new byte[out.length - (end - at)];
        System.arraycopy(out, 0, without, 0, at);
        System.arraycopy(out, end, without, at, out.length - end);
        return without;
      }
    }
    return out;
  }

  private static String corruptTokens(String text, SplittableRandom random) {
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) tokens.add(new int[] {matcher.start(), matcher.end()});
    if (tokens.isEmpty()) return text;
    int[] a = tokens.get(random.nextInt(tokens.size()));
    int[] b = tokens.get(random.nextInt(tokens.size()));
    String tokenA = text.substring(a[0], a[1]);
    String tokenB = text.substring(b[0], b[1]);
    return switch (random.nextInt(8)) {
      case 0 -> replace(text, a, tokenB);
      case 1 -> replace(text, a, "");
      case 2 -> replace(text, a, tokenA + pick(random, ",", ":", " ", "\n") + tokenA);
      case 3 -> replace(text, a, pick(random, "[", "{\"a\":").repeat(random.nextInt(1, 3000)));
      case 4 -> replace(text, a, hostileNumber(random));
      case 5 ->
          replace(
              text,
              a,
              pick(
                  random,
                  "null",
                  "true",
                  "[]",
                  "{}",
                  "\"\"",
                  "\"x\"",
                  "NaN",
                  "Infinity",
                  "-0",
                  "/*"));
      case 6 -> replace(text, a, quotedNoise(random));
      default -> duplicatedMember(text, a, tokenA, tokenB);
    };
  }

  private static String duplicatedMember(String text, int[] at, String key, String value) {
    return key.startsWith("\"")
        ? replace(text, at, key + ": " + value + ", " + key)
        : replace(text, at, value);
  }

  private static String replace(String text, int[] span, String by) {
    return text.substring(0, span[0]) + by + text.substring(span[1]);
  }

  private static String hostileNumber(SplittableRandom random) {
    return pick(
        random,
        "1e999",
        "-1e999",
        "1e-999",
        "9".repeat(random.nextInt(1, 500)),
        "0." + "1".repeat(random.nextInt(1, 500)),
        "-1",
        "0",
        "1e2147483648",
        "99999999999999999999",
        "\"1e999 mV\"",
        "\"-5 ms\"",
        "\"0 ms\"");
  }

  private static String quotedNoise(SplittableRandom random) {
    StringBuilder noise = new StringBuilder("\"");
    for (int n = random.nextInt(1, 50); n > 0; n--) {
      int c =
          pick(
              random,
              random.nextInt(32, 127),
              random.nextInt(0x80, 0x3000),
              random.nextInt(0x10000, 0x10ffff),
              0xfeff);
      if (c != '"' && c != '\\') noise.appendCodePoint(c);
    }
    return noise.append(pick(random, "\"", "\\ud800\"", "\\u0000\"", "\\x\"", "")).toString();
  }

  @SafeVarargs
  private static <T> T pick(SplittableRandom random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
