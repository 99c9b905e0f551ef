package org.neurarium.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.ElementId;

class PhiloxTest {

  /// The known answers published with the generator (`kat_vectors` of Random123).
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000,00000000 00000000,6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff,ffffffff ffffffff,408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344,a4093822 299f31d0,d16cfe09 94fdcceb 5001e420 24126ea1"
  })
  void givesThePublishedKnownAnswers(String counter, String key, String answer) {
    int[] c = words(counter);
    int[] k = words(key);
    Philox philox = new Philox((k[0] & 0xFFFFFFFFL) | ((long) k[1] << 32));
    philox.generate(c[0], c[1], c[2], c[3]);
    assertArrayEquals(
        words(answer), new int[] {philox.word(0), philox.word(1), philox.word(2), philox.word(3)});
  }

  private static int[] words(String text) {
    String[] parts = text.split(" ");
    int[] words = new int[parts.length];
    for (int i = 0; i < words.length; i++) words[i] = HexFormat.fromHexDigits(parts[i]);
    return words;
  }

  @Test
  void aNeuronsNumberDoesNotDependOnWhereTheRangeBegins() {
    double[] all = new double[101];
    new Philox(7).uniforms(12, 0, 101, all);
    for (int from = 0; from < 100; from += 7)
      for (int to = from; to <= 101; to += 5) {
        double[] part = new double[to - from];
        new Philox(7).uniforms(12, from, to, part);
        for (int i = from; i < to; i++) assertEquals(all[i], part[i - from]);
      }
  }

  @Test
  void aNeuronsBitsDoNotDependOnWhereTheRangeBegins() {
    int[] all = new int[101];
    new Philox(7).words(12, 0, 101, all);
    for (int from = 0; from < 100; from += 7)
      for (int to = from; to <= 101; to += 5) {
        int[] part = new int[to - from];
        new Philox(7).words(12, from, to, part);
        for (int i = from; i < to; i++) assertEquals(all[i], part[i - from]);
      }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.1, 2, 5, 40, 1000})
  void quickPoissonCountsAreThoseOfTheRefinedNumber(double mean) {
    PoissonTable table = new PoissonTable(mean);
    Philox philox = new Philox(11);
    int[] words = new int[100_000];
    philox.words(4, 0, words.length, words);
    double sum = 0;
    for (int i = 0; i < words.length; i++) {
      double refined = philox.refined(4, i, words[i]);
      assertEquals(words[i] >>> 8, (int) (refined * (1 << 24)), "the first bits stay");
      int count = table.count(refined);
      int quick = table.quick(words[i]);
      assertTrue(quick == PoissonTable.UNDECIDED || quick == count);
      sum += count;
    }
    assertEquals(mean, sum / words.length, 4 * Math.sqrt(mean / words.length) + 1e-12);
  }

  @Test
  void uniformNumbersFillTheUnitInterval() {
    double[] u = new double[100_000];
    new Philox(3).uniforms(1, 0, u.length, u);
    int[] bins = new int[20];
    for (double x : u) {
      assertTrue(x >= 0 && x < 1);
      bins[(int) (x * 20)]++;
    }
    double chi = 0;
    for (int n : bins) chi += (n - 5000.0) * (n - 5000.0) / 5000;
    assertTrue(chi < 49, "chi squared with 19 degrees of freedom is " + chi);
  }

  @Test
  void keysDifferBySeedElementAndPurpose() {
    ElementId a = new ElementId("a");
    long key = RandomKey.of(1, a, "wiring");
    assertEquals(key, RandomKey.of(1, new ElementId("a"), "wiring"));
    assertNotEquals(key, RandomKey.of(2, a, "wiring"));
    assertNotEquals(key, RandomKey.of(1, new ElementId("b"), "wiring"));
    assertNotEquals(key, RandomKey.of(1, a, "weight"));
    assertNotEquals(RandomKey.of(1, new ElementId("ab"), "c"), RandomKey.of(1, a, "bc"));
  }

  @Test
  void wholeNumbersBelowABoundAreEvenlyDistributed() {
    RandomStream stream = new RandomStream(5).at(0, 0);
    int[] counts = new int[7];
    for (int k = 0; k < 70_000; k++) counts[(int) stream.nextBelow(7)]++;
    for (int n : counts) assertEquals(10_000, n, 4 * Math.sqrt(10_000));
  }

  /// Quantiles to 15 digits from tables.
  @ParameterizedTest
  @CsvSource({
    "0.5,0",
    "0.975,1.959963984540054",
    "0.025,-1.959963984540054",
    "0.9,1.281551565544600",
    "0.999,3.090232306167813",
    "1e-10,-6.361340902404056",
    "1e-20,-9.262340089798408"
  })
  void normalQuantilesAreExact(double p, double expected) {
    assertEquals(expected, Normal.quantile(p), 1e-14 * Math.max(1, Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.1, 1, 5, 40, 1000, 1e6})
  void poissonCountsHaveTheirMeanAndVariance(double mean) {
    PoissonTable table = new PoissonTable(mean);
    int n = 200_000;
    double[] u = new double[n];
    new Philox(11).uniforms(4, 0, n, u);
    double sum = 0;
    double squares = 0;
    for (double x : u) {
      double d = table.count(x) - mean;
      sum += d;
      squares += d * d;
    }
    assertEquals(0, sum / n, 4 * Math.sqrt(mean / n) + 1e-12);
    assertEquals(mean, squares / n, 4 * Math.sqrt((2 * mean * mean + mean) / n) + 1e-12);
  }

  @Test
  void poissonCountsFollowTheDistributionFunction() {
    PoissonTable table = new PoissonTable(2);
    double below = Math.exp(-2);
    assertEquals(0, table.count(below - 1e-12));
    assertEquals(1, table.count(below + 1e-12));
    below += 2 * Math.exp(-2);
    assertEquals(1, table.count(below - 1e-12));
    assertEquals(2, table.count(below + 1e-12));
    assertTrue(table.count(Math.nextDown(1.0)) < 40);
  }

  @Test
  void manyCountersAtATimeGiveTheBitsOfEach() {
    int n = 5000;
    char[] all = new char[n];
    new PhiloxGroups(77).halves(1L << 33 | 5, 0, n, all);
    Philox one = new Philox(77);
    for (int i = 0; i < n; i++) {
      one.generate(5, 2, i / 512 * 64 + i % 64, 2);
      int lane = i % 512 / 64;
      assertEquals((char) (one.word(lane / 2) >>> 16 * (lane % 2)), all[i], "neuron " + i);
    }
    for (int[] range : new int[][] {{0, 8}, {8, 1000}, {504, 520}, {640, 5000}, {4992, 4999}}) {
      char[] part = new char[range[1] - range[0]];
      new PhiloxGroups(77).halves(1L << 33 | 5, range[0], range[1], part);
      assertArrayEquals(Arrays.copyOfRange(all, range[0], range[1]), part);
    }
  }

  @ParameterizedTest(name = "mean {0}")
  @ValueSource(doubles = {0.003, 0.7, 1.6, 30, 4000})
  void countsFromSixteenBitsArePoissonDistributed(double mean) {
    int n = 4096;
    int steps = 50;
    char[] halves = new char[n];
    double[] sums = new double[n];
    double[] squares = new double[2];
    PoissonTable table = new PoissonTable(mean);
    PhiloxGroups groups = new PhiloxGroups(9);
    for (int step = 1; step <= steps; step++) {
      Arrays.fill(sums, 0);
      groups.halves(step, 0, n, halves);
      table.add(halves, 0, n, new double[] {2}, sums, step, groups);
      for (double sum : sums) {
        squares[0] += sum / 2;
        squares[1] += (sum / 2 - mean) * (sum / 2 - mean);
      }
    }
    double all = (double) n * steps;
    assertEquals(mean, squares[0] / all, 4.5 * Math.sqrt(mean / all));
    double fourth = mean + 3 * mean * mean;
    assertEquals(mean, squares[1] / all, 4.5 * Math.sqrt((fourth - mean * mean) / all));
  }
}
