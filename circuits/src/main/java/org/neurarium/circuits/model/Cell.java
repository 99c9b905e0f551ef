package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.formula.Expression;

/// The tree behind a neuron model that was made of a [CellModel], for an engine that solves the cable equation on it. The model's
/// [Dynamics] say the same in full.
///
/// Each segment has a potential, whose id is its [name][Segment#name] and `.v`; a state of a channel in it is called after segment, channel and state:
/// `tuft[2].na_hh.m`. Where two or more compartments hang at the far end of one, a segment without membrane stands in between: it has neither area nor
/// capacitance, and its potential, a definition and no state, is what the currents through its neighbours make it.
///
/// @param model the file it was made of
/// @param segments in tree order: each behind its parent, the root first
/// @param mechanisms the channels, compartment by compartment, pools before what reads them
/// @param injections by the id of a current receptor (and of the symbol that stands for the current in formulas): the index of the segment where it flows
public record Cell(
    CellModel model,
    List<Segment> segments,
    List<Mechanism> mechanisms,
    Map<String, Integer> injections) {

  public Cell {
    segments = List.copyOf(segments);
    mechanisms = List.copyOf(mechanisms);
    injections = Collections.unmodifiableMap(new LinkedHashMap<>(injections));
  }

  /// A piece of membrane with one potential.
  ///
  /// @param compartment id of its compartment; of the one at whose end it stands for a junction
  /// @param index from 1 within the compartment; 0 for a junction
  /// @param parent index of the segment towards the root among the cell's; −1 for the root
  /// @param name as in ids: `tuft`, `tuft[2]`; `trunk.end` for a junction
  public record Segment(String compartment, int index, int parent, String name) {

    /// Whether it is no membrane but the point where branches meet.
    public boolean isJunction() {
      return index == 0;
    }

    /// Id of its potential.
    public String potential() {
      return isJunction() ? name : name + ".v";
    }
  }

  /// The segments with membrane, as they stand above each other in a picture: from the far end of what lies highest (apical dendrites) over the root down to the far
  /// ends of basal dendrites and the axon.
  public List<Segment> fromTopToBottom() {
    List<Segment> upper = new ArrayList<>();
    List<Segment> lower = new ArrayList<>();
    for (Segment s : segments) {
      if (s.isJunction()) continue;
      (isLower(s.compartment()) ? lower : upper).add(s);
    }
    List<Segment> all = new ArrayList<>(upper.reversed());
    all.addAll(lower);
    return all;
  }

  /// Whether a compartment belongs to what hangs below the root.
  private boolean isLower(String compartment) {
    for (Optional<CellModel.Compartment> c = model.compartment(compartment);
        c.isPresent();
        c = c.get().parent().flatMap(model::compartment))
      if (c.get().role() == CellModel.Role.BASAL || c.get().role() == CellModel.Role.AXON)
        return true;
    return false;
  }

  /// A channel in one compartment.
  ///
  /// @param channel its model
  /// @param compartment id
  /// @param segments indexes of the compartment's segments among the cell's, in a row
  /// @param values of every parameter of the channel, by its id: a symbol for a parameter of the neuron model, or a formula of such
  /// @param receptors by the channel's id of a receptor: the neuron model's
  /// @param pool the mechanism of the same compartment, as an index among all, whose concentration it reads
  public record Mechanism(
      ChannelModel channel,
      String compartment,
      List<Integer> segments,
      Map<String, Expression> values,
      Map<String, String> receptors,
      Optional<Integer> pool) {

    public Mechanism {
      segments = List.copyOf(segments);
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      receptors = Collections.unmodifiableMap(new LinkedHashMap<>(receptors));
    }
  }

  /// Over which segments a receptor for spikes is spread, as indexes among the cell's, from near to far.
  public List<Integer> segments(String receptor) {
    return mechanisms.stream()
        .filter(m -> m.receptors().containsValue(receptor))
        .map(Mechanism::segments)
        .findFirst()
        .orElseThrow();
  }

  /// Id of a state that a channel has in a segment.
  public static String state(Segment segment, ChannelModel channel, String stateId) {
    return segment.name() + "." + channel.id() + "." + stateId;
  }

  /// Sizes of the segments, in the order of [#segments], in engine units.
  ///
  /// @param area of membrane (um²); 0 for a junction
  /// @param capacitance (pF); 0 for a junction
  /// @param axial conductance to the parent (nS); 0 for the root
  public record Geometry(double[] area, double[] capacitance, double[] axial) {}

  /// The sizes that parameters give.
  ///
  /// @param parameters values by id (`tuft.length`, `tuft.diameter`, `tuft.C_m`, `tuft.R_a`) in engine units
  public Geometry geometry(ToDoubleFunction<String> parameters) {
    int n = segments.size();
    Geometry sizes = new Geometry(new double[n], new double[n], new double[n]);
    double[] half = new double[n]; // conductance from a segment's centre to either end
    for (int k = 0; k < n; k++) {
      Segment s = segments.get(k);
      if (s.isJunction()) continue;
      int pieces = model.compartment(s.compartment()).orElseThrow().segments();
      double length = parameters.applyAsDouble(s.compartment() + ".length") / pieces;
      double diameter = parameters.applyAsDouble(s.compartment() + ".diameter");
      sizes.area[k] = Math.PI * diameter * length;
      sizes.capacitance[k] = parameters.applyAsDouble(s.compartment() + ".C_m") * sizes.area[k];
      half[k] =
          Math.PI
              * diameter
              * diameter
              / (2 * parameters.applyAsDouble(s.compartment() + ".R_a") * length);
    }
    for (int k = 1; k < n; k++) {
      int parent = segments.get(k).parent();
      boolean atEnd =
          !segments.get(k).isJunction()
              && (segments.get(parent).isJunction() || isAtCentre(k, parent));
      if (segments.get(k).isJunction()) sizes.axial[k] = half[parent];
      else if (atEnd) sizes.axial[k] = half[k];
      else sizes.axial[k] = half[k] * half[parent] / (half[k] + half[parent]);
    }
    return sizes;
  }

  /// Whether a segment hangs at the centre of its parent: on a root that is one segment.
  public boolean isAtCentre(int segment, int parent) {
    Segment above = segments.get(parent);
    return above.parent() < 0
        && !segments.get(segment).compartment().equals(above.compartment())
        && model.compartment(above.compartment()).orElseThrow().segments() == 1;
  }
}
