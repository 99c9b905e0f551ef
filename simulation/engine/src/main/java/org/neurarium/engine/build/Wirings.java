package org.neurarium.engine.build;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Wiring;
import org.neurarium.engine.random.RandomKey;
import org.neurarium.engine.random.RandomStream;

/// Makes the [Lines] of each wiring rule.
final class Wirings {

  private Wirings() {}

  /// Lines for a projection; each call of the supplier gives an object for another thread.
  ///
  /// @param self whether source and target are the same population
  /// @param from positions of the sources, needed by rules of distance
  /// @param to positions of the targets
  /// @param list the connections of a [Wiring.FromList]
  static Supplier<Lines> lines(
      Projection projection,
      long seed,
      int sources,
      int targets,
      boolean self,
      Supplier<Positions> from,
      Supplier<Positions> to,
      @Nullable ConnectionRows list) {
    long key = RandomKey.of(seed, projection.id(), "wiring");
    boolean noSelf = self && !projection.autapses();
    boolean again = projection.multapses();
    return switch (projection.wiring()) {
      case Wiring.AllToAll _ -> () -> new AllTargets(targets, noSelf);
      case Wiring.OneToOne _ -> () -> new SameNumber(noSelf);
      case Wiring.PairwiseBernoulli b ->
          () -> new Chances(key, targets, noSelf, b.probability(), null);
      case Wiring.FixedInDegree f ->
          () -> new Degree(key, true, sources, f.degree(), again, noSelf);
      case Wiring.FixedOutDegree f ->
          () -> new Degree(key, false, targets, f.degree(), again, noSelf);
      case Wiring.FixedTotalNumber f -> {
        Supplier<TotalNumber> pairs =
            new Once<>(() -> new TotalNumber(key, sources, targets, f.synapses(), again, noSelf));
        yield () -> new Counted(pairs);
      }
      case Wiring.DistanceDependent d -> {
        Distances distances = new Distances(d.profile(), from.get(), to.get());
        yield () -> new Chances(key, targets, noSelf, distances.peak(), distances);
      }
      case Wiring.FromList _ -> {
        if (list == null) throw new IllegalArgumentException("no list for " + projection.id());
        yield () -> new FromRows(list);
      }
    };
  }

  private abstract static class BySource implements Lines {
    int[] found;

    BySource(int room) {
      found = new int[room];
    }

    @Override
    public boolean isByTarget() {
      return false;
    }

    @Override
    public int[] partners() {
      return found;
    }
  }

  private static final class AllTargets extends BySource {
    private final boolean noSelf;

    AllTargets(int targets, boolean noSelf) {
      super(targets);
      this.noSelf = noSelf;
    }

    @Override
    public int find(int line) {
      int n = 0;
      for (int t = 0; t < found.length; t++) if (!noSelf || t != line) found[n++] = t;
      return n;
    }
  }

  private static final class SameNumber extends BySource {
    private final boolean noSelf;

    SameNumber(boolean noSelf) {
      super(1);
      this.noSelf = noSelf;
    }

    @Override
    public int find(int line) {
      found[0] = line;
      return noSelf ? 0 : 1;
    }
  }

  /// Every pair with its own probability. Goes from candidate to candidate in jumps that are geometrically distributed with the highest probability,
  /// and keeps a candidate with the ratio of its own to the highest.
  private static final class Chances extends BySource {
    private final RandomStream stream;
    private final int targets;
    private final boolean noSelf;
    private final double peak;
    private final double logMiss;
    private final @Nullable Distances distances;

    Chances(long key, int targets, boolean noSelf, double peak, @Nullable Distances distances) {
      super(targets);
      stream = new RandomStream(key);
      this.targets = targets;
      this.noSelf = noSelf;
      this.peak = Math.clamp(peak, 0, 1);
      this.logMiss = StrictMath.log1p(-this.peak);
      this.distances = distances;
    }

    @Override
    public int find(int line) {
      if (peak == 0) return 0;
      stream.at(line, 0);
      int n = 0;
      long target = -1;
      while (true) {
        target += 1 + (peak == 1 ? 0 : jump());
        if (target >= targets) return n;
        int t = (int) target;
        if (distances != null && stream.nextUniform() * peak >= distances.probability(line, t))
          continue;
        if (!noSelf || t != line) found[n++] = t;
      }
    }

    private long jump() {
      double misses = Math.floor(-stream.nextExponential() / logMiss);
      return (long) Math.min(misses, targets);
    }
  }

  /// Each line draws the same number of partners.
  private static final class Degree implements Lines {
    private final RandomStream stream;
    private final boolean byTarget;
    private final int candidates;
    private final int degree;
    private final boolean again;
    private final boolean noSelf;
    private final int[] found;
    private final boolean[] taken;

    Degree(long key, boolean byTarget, int candidates, int degree, boolean again, boolean noSelf) {
      stream = new RandomStream(key);
      this.byTarget = byTarget;
      this.candidates = candidates;
      this.degree = degree;
      this.again = again;
      this.noSelf = noSelf;
      found = new int[degree];
      taken = new boolean[again ? 0 : candidates];
    }

    @Override
    public boolean isByTarget() {
      return byTarget;
    }

    @Override
    public int[] partners() {
      return found;
    }

    @Override
    public int find(int line) {
      stream.at(line, 0);
      int choices = noSelf ? candidates - 1 : candidates;
      if (again) for (int k = 0; k < degree; k++) found[k] = (int) stream.nextBelow(choices);
      else choose(choices);
      // Candidates are counted without the neuron itself; close the gap.
      if (noSelf) for (int k = 0; k < degree; k++) if (found[k] >= line) found[k]++;
      if (!byTarget) Arrays.sort(found);
      return degree;
    }

    /// Floyd's choice of `degree` different numbers below `choices` (Bentley and Floyd 1987, doi:10.1145/30401.315746).
    private void choose(int choices) {
      for (int k = 0; k < degree; k++) {
        int last = choices - degree + k;
        int pick = (int) stream.nextBelow(last + 1L);
        if (taken[pick]) pick = last;
        taken[pick] = true;
        found[k] = pick;
      }
      for (int k = 0; k < degree; k++) taken[found[k]] = false;
    }
  }

  /// A number for all lines together.
  private static final class Counted implements Lines {
    private final Supplier<TotalNumber> pairs;
    private TotalNumber.@Nullable Row row;

    Counted(Supplier<TotalNumber> pairs) {
      this.pairs = pairs;
    }

    private TotalNumber.Row row() {
      TotalNumber.Row made = row;
      if (made == null) {
        made = pairs.get().new Row();
        row = made;
      }
      return made;
    }

    @Override
    public boolean isByTarget() {
      return false;
    }

    @Override
    public int[] partners() {
      return row().found();
    }

    @Override
    public int find(int line) {
      return row().find(line);
    }
  }

  /// Lines of a connection list.
  private static final class FromRows extends BySource {
    private final ConnectionRows rows;

    FromRows(ConnectionRows rows) {
      super(16);
      this.rows = rows;
    }

    @Override
    public int find(int line) {
      int start = rows.start(line);
      int n = rows.start(line + 1) - start;
      if (found.length < n) found = new int[n];
      for (int k = 0; k < n; k++) found[k] = rows.target(start + k);
      return n;
    }

    @Override
    public double listedWeight(int line, int position) {
      return rows.weight(rows.start(line) + position);
    }

    @Override
    public double listedDelay(int line, int position) {
      return rows.delay(rows.start(line) + position);
    }
  }
}
