package org.neurarium.app.inspector;

import java.util.Optional;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.units.Unit;

/// One note, or what several share.
final class NoteSection implements Section {

  private final Target<Note> target;

  NoteSection(Target<Note> target) {
    this.target = target;
  }

  @Override
  public Object shape() {
    return target.elements().stream().map(Note::id).toList();
  }

  @Override
  public String title() {
    return target.isSingle()
        ? target.first().map(Note::name).orElse("")
        : target.elements().size() + " notes";
  }

  @Override
  public String subtitle() {
    return "Text on the canvas";
  }

  @Override
  public void fill(Form form) {
    form.heading("Essentials")
        .row(
            "text",
            new TextRow(
                "Text",
                "What the note says",
                true,
                target.access("the text", Note::text, Note::saying),
                _ -> Optional.empty()))
        .row(
            "width",
            new NumberRow(
                NumberSpec.of("Width", Unit.NONE)
                    .slider(Scale.linear(80, 600))
                    .above(20)
                    .atMost(5000),
                target.access(
                    "the width",
                    Note::width,
                    (n, w) -> new Note(n.id(), n.name(), n.position(), n.text(), w))));
  }
}
