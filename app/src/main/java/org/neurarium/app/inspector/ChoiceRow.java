package org.neurarium.app.inspector;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// One of several things; with a search field in the list where there are many.
final class ChoiceRow<T> extends Row {

  private static final int MANY = 4;

  private final ComboBox<T> choice;
  private final Access<T> access;
  private boolean refreshing;

  /// @param name for people
  /// @param help for the tooltip
  /// @param options in the order shown
  /// @param title how an option is called
  ChoiceRow(
      String name, String help, List<T> options, Function<T, String> title, Access<T> access) {
    this(name, help, options, title, access, false);
  }

  /// @param wide whether the choice has a line of its own below its name
  ChoiceRow(
      String name,
      String help,
      List<T> options,
      Function<T, String> title,
      Access<T> access,
      boolean wide) {
    this.access = access;
    choice = wide && options.size() >= MANY ? new SearchableComboBox<>() : new ComboBox<>();
    choice.setItems(FXCollections.observableArrayList(options));
    choice.setConverter(converter(options, title));
    choice.setTooltip(tip(help));
    choice.setAccessibleText(name);
    choice.setId(NumberRow.fieldId(name));
    choice.getStyleClass().add("nr-choice");
    choice.setPromptText("differ");
    choice
        .valueProperty()
        .subscribe((_, chosen) -> {
          if (!refreshing && chosen != null && access.get().filter(chosen::equals).isEmpty())
            access.set(chosen);
        });
    Label label = new Label(name);
    label.getStyleClass().add("nr-row-name");
    label.setLabelFor(choice);
    if (wide) {
      choice.setMaxWidth(Double.MAX_VALUE);
      getChildren().addAll(label, choice);
      setSpacing(4);
    } else {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      label.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(8, label, gap, choice);
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(line);
    }
    refresh();
  }

  /// What stands where nothing is chosen; else that the inspected elements differ.
  ChoiceRow<T> prompting(String words) {
    choice.setPromptText(words);
    return this;
  }

  private static <T> StringConverter<T> converter(List<T> options, Function<T, String> title) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T option) {
        return option == null ? "" : title.apply(option);
      }

      @Override
      @SuppressWarnings("NullAway") // a combo box takes null for "none of them"
      public @Nullable T fromString(String text) {
        return options.stream().filter(o -> title.apply(o).equals(text)).findFirst().orElse(null);
      }
    };
  }

  @Override
  @SuppressWarnings("NullAway") // a combo box takes null for "none chosen"
  void refresh() {
    refreshing = true;
    choice.setValue(access.get().orElse(null));
    refreshing = false;
  }

  @Override
  void focusField() {
    choice.requestFocus();
  }
}
