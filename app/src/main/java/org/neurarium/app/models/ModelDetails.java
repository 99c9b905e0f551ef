package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.neurarium.app.controls.MeasuredBox;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.SynapseModel;

/// What is said about a model beside its formulas: constants, states, presets, references. While a text is typed only what differs is made anew. FX thread only.
final class ModelDetails extends MeasuredBox {

  /// Something that is made once for all models that have the same.
  private record Block(Object key, Supplier<Node> node) {}

  private record Titled(String words) {}

  private final Consumer<String> openLink;
  private final SymbolTable parameters = new SymbolTable();
  private final SymbolTable states = new SymbolTable();
  private Map<Object, Node> kept = Map.of();

  /// @param openLink opens a web page
  ModelDetails(Consumer<String> openLink) {
    super(4);
    this.openLink = openLink;
  }

  void clear() {
    getChildren().clear();
    kept = Map.of();
  }

  void show(Model model) {
    parameters.show(
        model.parameters().stream()
            .map(p -> new SymbolTable.Row(p.id(), p.label(), p.standard().toString()))
            .toList());
    states.show(states(model));
    List<Block> blocks = new ArrayList<>();
    if (!model.summary().isEmpty()) part(blocks, "About", List.of(text(model.summary())));
    if (!parameters.isEmpty())
      part(blocks, "Parameters", List.of(new Block(parameters, () -> parameters)));
    if (!states.isEmpty())
      part(blocks, "State variables", List.of(new Block(states, () -> states)));
    part(
        blocks,
        "Presets",
        model.presets().stream().map(p -> new Block(p, () -> preset(p))).toList());
    part(
        blocks,
        "References",
        model.references().stream().map(r -> new Block(r, () -> reference(r))).toList());
    Map<Object, Node> now = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (Block b : blocks) {
      // Two blocks of one content, such as a reference given twice, are two nodes.
      Node node = now.containsKey(b.key()) ? null : kept.get(b.key());
      if (node == null) node = b.node().get();
      now.put(b.key(), node);
      nodes.add(node);
    }
    kept = now;
    if (!nodes.equals(getChildren())) getChildren().setAll(nodes);
  }

  private static void part(List<Block> blocks, String title, List<Block> content) {
    if (content.isEmpty()) return;
    blocks.add(new Block(new Titled(title), () -> heading(title)));
    blocks.addAll(content);
  }

  private static Block text(String words) {
    return new Block(words, () -> wrapped(words));
  }

  static Label heading(String words) {
    Label label = new Label(words.toUpperCase(Locale.ROOT));
    label.getStyleClass().add("nr-heading");
    return label;
  }

  static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private static List<SymbolTable.Row> states(Model model) {
    return switch (model) {
      case NeuronModel m ->
          states(m.states().stream(), s -> row(s.id(), s.label(), s.unit().symbol()));
      case SynapseModel m ->
          states(m.states().stream(), s -> row(s.id(), s.label(), s.unit().symbol()));
      case ChannelModel m ->
          states(m.states().stream(), s -> row(s.id(), s.label(), s.unit().symbol()));
      case ModulatorModel m ->
          states(m.states().stream(), s -> row(s.id(), s.label(), s.unit().symbol()));
      case CellModel _ -> List.of();
    };
  }

  private static <S> List<SymbolTable.Row> states(
      Stream<S> states, Function<S, SymbolTable.Row> row) {
    return states.map(row).toList();
  }

  private static SymbolTable.Row row(String id, String label, String unit) {
    return new SymbolTable.Row(id, label, unit.isEmpty() ? "" : "in " + unit);
  }

  private static Node preset(Preset p) {
    StringBuilder values = new StringBuilder();
    p.values()
        .forEach((id, q) ->
            values.append(values.isEmpty() ? "" : ", ").append(id).append(" = ").append(q));
    Label name = wrapped(p.name());
    Label text = wrapped(values.toString(), "nr-mono", "nr-muted", "nr-small");
    return new VBox(1, name, text);
  }

  private Node reference(Reference r) {
    Hyperlink link = new Hyperlink("doi:" + r.doi());
    link.getStyleClass().add("nr-model-reference");
    link.setTooltip(new Tooltip("Open " + r.address()));
    link.setOnAction(_ -> openLink.accept(r.address()));
    VBox box = new VBox(0, link);
    if (!r.note().isEmpty()) box.getChildren().add(wrapped(r.note(), "nr-muted", "nr-small"));
    return box;
  }
}
