package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.units.Quantity;

/// A neuron with a tree of compartments, as its file says it. A catalogue makes a [NeuronModel] of it that knows its channels, too.
///
/// A compartment is a cylinder without its ends. It hangs at the far end of its parent; on a root of one segment, which has the same potential
/// everywhere, it hangs at the centre.
///
/// @param id its name in files, such as `l5_pyramidal`
/// @param title its name for people
/// @param summary one or two sentences
/// @param references the papers it comes from, the first one first
/// @param parameters its own, which values of channels can be made of
/// @param membrane what holds for every compartment that says nothing else
/// @param compartments in the file's order; a tree with one root
/// @param insertions in the file's order: where two of a channel meet in a compartment, the values of the later one count
/// @param spike when the neuron fires; empty for a neuron that never does
/// @param reset done at a spike; where it is empty the neuron fires when the condition begins to hold
/// @param refractory how long it is held after a spike
/// @param held ids of the potentials that stay as the reset left them
/// @param presets named values of parameters, own ones and those that compartments and channels give
/// @param text the model file it was read from
public record CellModel(
    String id,
    String title,
    String summary,
    List<Reference> references,
    List<Parameter> parameters,
    Membrane membrane,
    List<Compartment> compartments,
    List<Insertion> insertions,
    Optional<Expression> spike,
    List<Statement.Assign> reset,
    Optional<Expression> refractory,
    List<String> held,
    List<Preset> presets,
    String text)
    implements Model {

  public CellModel {
    references = List.copyOf(references);
    parameters = List.copyOf(parameters);
    compartments = List.copyOf(compartments);
    insertions = List.copyOf(insertions);
    reset = List.copyOf(reset);
    held = List.copyOf(held);
    presets = List.copyOf(presets);
  }

  /// What holds for every compartment that says nothing else.
  ///
  /// @param capacitance of the membrane, per area
  /// @param resistance of the cytoplasm, times length
  /// @param start potential at which everything starts
  public record Membrane(Quantity capacitance, Quantity resistance, Quantity start) {

    /// Common values, for a file that says nothing.
    public static final Membrane STANDARD =
        new Membrane(Quantity.of(1, "uF/cm^2"), Quantity.of(150, "Ohm*cm"), Quantity.of(-70, "mV"));
  }

  /// A cylinder of membrane.
  ///
  /// @param id name in files, unique in its cell
  /// @param parent what it hangs on; empty for the root
  /// @param length of all its segments together, above 0
  /// @param diameter above 0
  /// @param segments into how many equal ones it is cut
  /// @param capacitance of the membrane, per area, where it is not that of the whole cell
  /// @param resistance of the cytoplasm, times length, where it is not that of the whole cell
  /// @param start potential at which it starts, where it is not that of the whole cell
  /// @param label for people
  /// @param at where the file says it
  public record Compartment(
      String id,
      Optional<String> parent,
      Quantity length,
      Quantity diameter,
      int segments,
      Optional<Quantity> capacitance,
      Optional<Quantity> resistance,
      Optional<Quantity> start,
      String label,
      Span at) {

    /// The same compartment of another length.
    public Compartment ofLength(Quantity newLength) {
      return new Compartment(
          id, parent, newLength, diameter, segments, capacitance, resistance, start, label, at);
    }

    /// The same compartment of another diameter.
    public Compartment ofDiameter(Quantity newDiameter) {
      return new Compartment(
          id, parent, length, newDiameter, segments, capacitance, resistance, start, label, at);
    }

    /// The same compartment cut into another number of segments.
    public Compartment ofSegments(int newSegments) {
      return new Compartment(
          id, parent, length, diameter, newSegments, capacitance, resistance, start, label, at);
    }

    /// The same compartment with a capacitance of its own.
    public Compartment ofCapacitance(Quantity newCapacitance) {
      return new Compartment(
          id,
          parent,
          length,
          diameter,
          segments,
          Optional.of(newCapacitance),
          resistance,
          start,
          label,
          at);
    }

    /// The same compartment with an axial resistance of its own.
    public Compartment ofResistance(Quantity newResistance) {
      return new Compartment(
          id,
          parent,
          length,
          diameter,
          segments,
          capacitance,
          Optional.of(newResistance),
          start,
          label,
          at);
    }

    /// What it is in a neuron, as its name says.
    public Role role() {
      return Role.of(id);
    }

    /// The name of one of its segments in states: `tuft` where there is one, else `tuft[1]`, `tuft[2]`, ….
    ///
    /// @param index from 1
    public String segment(int index) {
      return segments == 1 ? id : id + "[" + index + "]";
    }
  }

  /// What a compartment is in a neuron.
  public enum Role {
    SOMA,
    AXON,
    BASAL,
    TRUNK,
    OBLIQUE,
    TUFT,
    /// One's own.
    OTHER;

    /// The role whose word a name begins with: `tuft_left` is a tuft.
    static Role of(String id) {
      for (Role role : values())
        if (role != OTHER && id.toLowerCase(Locale.ROOT).startsWith(role.word())) return role;
      return OTHER;
    }

    /// The word that names begin with.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A channel in the membrane of compartments.
  ///
  /// @param channel id of a channel model
  /// @param compartments where; empty for all
  /// @param values by id of the channel's parameter: numbers and the cell's own parameters
  /// @param at where the file names the channel
  public record Insertion(
      String channel, List<String> compartments, Map<String, Expression> values, Span at) {

    public Insertion {
      compartments = List.copyOf(compartments);
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Whether it is in a compartment.
    public boolean isIn(String compartment) {
      return compartments.isEmpty() || compartments.contains(compartment);
    }
  }

  /// The compartment with this id.
  public Optional<Compartment> compartment(String compartmentId) {
    return compartments.stream().filter(c -> c.id().equals(compartmentId)).findFirst();
  }

  /// What hangs on a compartment, in the file's order.
  public List<Compartment> children(String compartmentId) {
    return compartments.stream()
        .filter(c -> c.parent().filter(compartmentId::equals).isPresent())
        .toList();
  }

  /// All compartments, each behind its parent: the root, then branch by branch.
  public List<Compartment> tree() {
    List<Compartment> ordered = new ArrayList<>();
    compartments.stream().filter(c -> c.parent().isEmpty()).forEach(c -> add(c, ordered));
    return ordered;
  }

  private void add(Compartment compartment, List<Compartment> to) {
    to.add(compartment);
    children(compartment.id()).forEach(c -> add(c, to));
  }
}
