package org.neurarium.circuits.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.World;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// Finds what does not fit together within a file of checks, and between it and its circuit.
public final class ChecksValidation {

  private final Checks checks;
  private final Circuit circuit;
  private final Place file;
  private final List<Problem> problems = new ArrayList<>();

  private ChecksValidation(Checks checks, Circuit circuit, String file) {
    this.checks = checks;
    this.circuit = circuit;
    this.file = Place.at(file, 0, 0, "");
  }

  /// All problems, none if the checks can be run.
  ///
  /// @param file name of the checks' file
  public static List<Problem> problems(Checks checks, Circuit circuit, String file) {
    ChecksValidation validation = new ChecksValidation(checks, circuit, file);
    validation.protocol();
    validation.names();
    for (Check check : checks.checks()) validation.check(check);
    return List.copyOf(validation.problems);
  }

  private void protocol() {
    boolean times = true;
    for (Quantity time : List.of(checks.duration(), checks.windowStart(), checks.windowEnd()))
      times &= isTime(time, file);
    if (times) {
      double start = checks.windowStart().engineValue();
      double end = checks.windowEnd().engineValue();
      if (!(start >= 0 && start < end && end <= checks.duration().engineValue()))
        error(
            file,
            "The window from "
                + checks.windowStart()
                + " to "
                + checks.windowEnd()
                + " is not within the run of "
                + checks.duration(),
            "'from' comes before 'to', and 'to' is at most 'duration'.");
    }
    if (checks.seeds() < 1 || checks.seeds() > 1000)
      error(file, "The number of seeds is 1 to 1000, not " + checks.seeds(), "5 is a good number.");
    if (checks.checks().isEmpty())
      error(file, "There is no check in the file", "Add one to \"checks\".");
  }

  private boolean isTime(Quantity quantity, Place place) {
    boolean time = quantity.unit().dimension().equals(Dimension.TIME);
    if (!time)
      error(place, quantity + " is not a time", "Write it with a unit, such as \"500 ms\".");
    return time;
  }

  private void names() {
    unique(checks.checks().stream().map(Check::name).toList(), "checks");
    unique(checks.variants().stream().map(Variation::name).toList(), "variants");
    unique(checks.lesions().stream().map(Variation::name).toList(), "lesions");
  }

  private void unique(List<String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (String name : names)
      if (!seen.add(name)) error(file, "Two " + what + " are called '" + name + "'", "Rename one.");
  }

  private void check(Check check) {
    if (!check.variant().isEmpty())
      known(
          check,
          "variant",
          check.variant(),
          checks.variants().stream().map(Variation::name).toList());
    List<String> lesions = checks.lesions().stream().map(Variation::name).toList();
    known(check, "lesion", check.lesion(), lesions);
    known(check, "lesion", check.sham(), lesions);
    if (check.lesion().equals(check.sham()))
      error(
          check.place(),
          "The check '" + check.name() + "' has the same lesion and sham lesion",
          "It cannot both fail and pass under it.");
    if (check.target().atLeast() > check.target().atMost())
      error(
          check.place(),
          "No value is at least "
              + check.target().atLeast()
              + " and at most "
              + check.target().atMost(),
          "Swap the two.");
    if (check.target().equals(new Target(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)))
      error(
          check.place(),
          "The target of '" + check.name() + "' accepts every value",
          "Give \"at_least\", \"at_most\" or both.");
    measure(check, check.measure());
  }

  private void measure(Check check, Measure measure) {
    switch (measure) {
      case Measure.OfSpikes spikes -> {
        NeuronSource source =
            element(check, spikes.of(), NeuronSource.class, "population or stimulus");
        if (source != null
            && !spikes.neurons().ranges().isEmpty()
            && spikes.neurons().indices(source.size()).length == 0)
          error(
              check.place(),
              "'"
                  + source.name()
                  + "' has "
                  + source.size()
                  + " neurons; "
                  + spikes.neurons()
                  + " are not among them",
              "They are numbered from 0.");
        if (spikes instanceof Measure.Fano fano
            && isTime(fano.bin(), check.place())
            && !(fano.bin().engineValue() > 0
                && fano.bin().engineValue() * 2
                    <= checks.windowEnd().engineValue() - checks.windowStart().engineValue()))
          error(
              check.place(),
              "The window does not hold two bins of " + fano.bin(),
              "Take a shorter bin or a longer window.");
      }
      case Measure.OfSynapses synapses -> {
        var _ = element(check, synapses.of(), Projection.class, "projection");
      }
      case Measure.OfWorld world -> {
        var _ = element(check, world.of(), World.class, "world");
        int last =
            switch (world) {
              case Measure.BetterChoices m -> m.last();
              case Measure.MedianEffort m -> m.last();
              case Measure.ChoiceCount _ -> 1;
            };
        if (last < 1)
          error(
              check.place(),
              "The check '" + check.name() + "' looks at the last " + last + " trials",
              "Take at least one.");
      }
      case Measure.OfTwo two -> {
        measure(check, two.first());
        measure(check, two.second());
      }
    }
  }

  private <T extends Element> @org.jspecify.annotations.Nullable T element(
      Check check, ElementId id, Class<T> kind, String what) {
    T found = circuit.find(id, kind).orElse(null);
    if (found == null)
      error(
          check.place(),
          "The circuit has no "
              + what
              + " '"
              + id
              + "', which the check '"
              + check.name()
              + "' measures",
          DidYouMean.hint(
              id.text(), circuit.all(kind).stream().map(e -> e.id().text()).toList(), "There are"));
    return found;
  }

  private void known(Check check, String what, String name, Collection<String> names) {
    if (!names.contains(name))
      error(
          check.place(),
          "The check '"
              + check.name()
              + "' names the "
              + what
              + " '"
              + name
              + "', which is not in the file",
          DidYouMean.hint(name, names, "There are"));
  }

  private void error(Place place, String sentence, String hint) {
    problems.add(Problem.error(place, sentence, hint));
  }
}
