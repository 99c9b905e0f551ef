package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.KernelLayout;

/// What neuromodulators do to one thing: the concentration that a rule reads, or the factor by which they change a parameter. Shared by all workers; numbers in it change
/// between steps only.
public final class Effect {

  private static final int[] HERE = {};

  /// A moment of a step.
  enum Moment {
    BEGIN,
    HALF,
    END,
    /// The mean of beginning and end.
    MEAN
  }

  /// One modulator's part.
  private static final class Part {
    private final ElementId link;
    private final int modulator;
    private final int[] cells;
    private double halfEffect;
    private double hill;
    private double strength;

    Part(ElementId link, int modulator, int[] cells) {
      this.link = link;
      this.modulator = modulator;
      this.cells = cells;
    }
  }

  private final String subject;
  private final KernelLayout.Factor factor;
  private final boolean concentration;
  private final List<Part> parts = new ArrayList<>();

  private Effect(String subject, boolean concentration) {
    this.subject = subject;
    factor = new KernelLayout.Factor(subject);
    this.concentration = concentration;
  }

  /// The sum of concentrations of a substance.
  ///
  /// @param symbol by which it is read: `[DA]`
  public static Effect concentration(String symbol) {
    return new Effect(symbol, true);
  }

  /// A factor that changes a parameter.
  ///
  /// @param parameter its id
  public static Effect factor(String parameter) {
    return new Effect(parameter, false);
  }

  /// Adds a source.
  ///
  /// @param modulator its number
  /// @param cells in which each target lies; empty where the concentration is the same everywhere
  public void add(ElementId link, int modulator, int[] cells) {
    parts.add(new Part(link, modulator, cells.length == 0 ? HERE : cells));
  }

  /// Sets how the source of a link acts.
  ///
  /// @param halfEffect in engine units
  public void set(ElementId link, double halfEffect, double hill, double strength) {
    for (Part part : parts)
      if (part.link.equals(link)) {
        part.halfEffect = halfEffect;
        part.hill = hill;
        part.strength = strength;
      }
  }

  /// The symbol that is read, or the id of the parameter that is changed.
  public String subject() {
    return subject;
  }

  /// Where a neuron's programs look for it.
  KernelLayout.Factor factor() {
    return factor;
  }

  /// What programs have to know of some effects.
  static Influences influences(List<Effect> effects) {
    Set<String> parameters = new TreeSet<>();
    Set<String> local = new TreeSet<>();
    for (Effect e : effects) {
      if (!e.concentration) parameters.add(e.subject);
      if (e.isLocal()) local.add(e.subject);
    }
    return new Influences(parameters, local);
  }

  public boolean isConcentration() {
    return concentration;
  }

  /// Whether it differs from target to target.
  public boolean isLocal() {
    for (Part part : parts) if (part.cells.length > 0) return true;
    return false;
  }

  /// Before the first step: asks for what it will want to know.
  void askForHalves(Concentrations all) {
    for (Part part : parts) all.modulator(part.modulator).keepHalves();
  }

  /// Its value.
  ///
  /// @param all a worker's own
  /// @param target whose; any where it is not local
  double value(Concentrations all, Moment moment, int target) {
    double value = concentration ? 0 : 1;
    for (int k = 0; k < parts.size(); k++) {
      Part part = parts.get(k);
      int cell = part.cells.length == 0 ? 0 : part.cells[target];
      double c = at(all.modulator(part.modulator), moment, cell);
      value = concentration ? value + c : value * (1 + part.strength * occupancy(part, c));
    }
    return value;
  }

  /// The part of the receptors that is taken: Hill's equation (Hill 1910, J Physiol 40:iv-vii).
  private static double occupancy(Part part, double c) {
    if (c <= 0) return 0;
    double ratio = c / part.halfEffect;
    double power = part.hill == 1 ? ratio : StrictMath.pow(ratio, part.hill);
    return Double.isInfinite(power) ? 1 : power / (1 + power);
  }

  private static double at(RunningModulator modulator, Moment moment, int cell) {
    return switch (moment) {
      case BEGIN -> modulator.before()[cell];
      case HALF -> modulator.half()[cell];
      case END -> modulator.now()[cell];
      case MEAN -> 0.5 * (modulator.before()[cell] + modulator.now()[cell]);
    };
  }
}
