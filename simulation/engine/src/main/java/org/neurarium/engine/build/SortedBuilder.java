package org.neurarium.engine.build;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.network.Deliveries;
import org.neurarium.engine.network.Inbox;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.SortedPart;
import org.neurarium.engine.network.SortedRows;

/// Makes what workers deliver through rows that projections share: first told of all projections, then it makes the rows, and last it gives them out.
final class SortedBuilder {

  private final int workers;
  private final int builders;
  private final BuildMonitor monitor;
  private final List<Target> targets = new ArrayList<>();
  private final Map<Target, Inbox.Part[]> parts = new HashMap<>();
  private final Set<Target> others = new HashSet<>();
  private final List<SortedProjection> projections = new ArrayList<>();
  private final List<SortedBundle> bundles = new ArrayList<>();
  private final Map<SortedBundle, List<List<SortedRows>>> made = new HashMap<>();

  /// Where projections land.
  ///
  /// @param population its number
  /// @param receptor among those for spikes
  record Target(int population, int receptor, int neurons, int segments) {}

  /// @param builders threads to use
  SortedBuilder(int workers, int builders, BuildMonitor monitor) {
    this.workers = workers;
    this.builders = builders;
    this.monitor = monitor;
  }

  /// First, once for each projection: says where it lands.
  void expect(Target target) {
    if (!targets.contains(target)) targets.add(target);
  }

  /// First, too: says where other projections land.
  void expectOther(Target target) {
    others.add(target);
  }

  /// Then: lays out the inboxes, receptor by receptor, as most sources reach one receptor only.
  void layOut() {
    targets.sort(Comparator.comparingInt(Target::receptor).thenComparingInt(Target::population));
    int[] next = new int[workers];
    for (Target t : targets) {
      Inbox.Part[] own = new Inbox.Part[workers];
      for (int w = 0; w < workers; w++) {
        own[w] =
            new Inbox.Part(
                next[w],
                Network.sliceStart(t.neurons(), w, workers),
                Network.sliceStart(t.neurons(), w + 1, workers),
                t.segments());
        next[w] = Math.addExact(next[w], own[w].size());
      }
      parts.put(t, own);
    }
  }

  /// Then: adds a projection.
  ///
  /// @param segment of the source in the directory
  SortedProjection add(SynapseRecipe recipe, int segment, Target target) {
    SortedProjection added =
        new SortedProjection(
            recipe,
            segment,
            target.population(),
            target.receptor(),
            requireNonNull(parts.get(target)));
    projections.add(added);
    return added;
  }

  /// Then: draws all synapses.
  ///
  /// @param progress is told how far it is, from 0 to 1
  void make(DoubleConsumer progress) {
    List<List<SortedProjection>> groups = new ArrayList<>();
    for (SortedProjection p : projections) {
      List<SortedProjection> fits = null;
      for (List<SortedProjection> group : groups)
        if (fits == null
            && group.getFirst().segment() == p.segment()
            && group.stream().noneMatch(p::landsLike)) fits = group;
      if (fits == null) {
        fits = new ArrayList<>();
        groups.add(fits);
      }
      fits.add(p);
    }
    for (int g = 0; g < groups.size(); g++) {
      double before = g;
      SortedBundle bundle = new SortedBundle(groups.get(g), builders, monitor);
      bundle.make(done -> progress.accept((before + done) / groups.size()));
      bundles.add(bundle);
    }
  }

  /// Then: what each worker delivers.
  List<Deliveries> deliveries() {
    List<Deliveries> all = new ArrayList<>();
    for (SortedBundle bundle : bundles) made.put(bundle, new ArrayList<>());
    for (int w = 0; w < workers; w++) {
      int places = 0;
      List<Deliveries.Landing> landings = new ArrayList<>();
      for (Target t : targets) {
        Inbox.Part part = requireNonNull(parts.get(t))[w];
        landings.add(
            new Deliveries.Landing(t.population(), t.receptor(), part, !others.contains(t)));
        places = part.start() + part.size();
      }
      Inbox inbox = new Inbox(places);
      List<SortedRows> rows = new ArrayList<>();
      for (SortedBundle bundle : bundles) {
        List<SortedRows> own = bundle.rows(w, inbox);
        requireNonNull(made.get(bundle)).add(own);
        rows.addAll(own);
      }
      all.add(new Deliveries(inbox, landings, rows));
    }
    return all;
  }

  /// Last: a projection's part of the rows, by worker.
  SortedPart[] parts(SortedProjection projection) {
    for (SortedBundle bundle : bundles) {
      if (!bundle.contains(projection)) continue;
      SortedPart[] own = new SortedPart[workers];
      for (int w = 0; w < workers; w++)
        own[w] =
            new SortedPart(
                requireNonNull(made.get(bundle)).get(w),
                projection.part(w),
                projection.synapses(w));
      return own;
    }
    throw new IllegalStateException("a projection was not made");
  }
}
