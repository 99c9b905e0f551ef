package org.neurarium.circuits;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model that a circuit brings along: the text of a model file, right or wrong, and the name under which the circuit's populations and projections know it.
///
/// On the disk it is `models/<id>.model` beside the circuit; the text is kept to the last character.
///
/// @param id a letter, then letters, digits or `_`; at most 64 characters
/// @param text the model file
public record OwnModel(String id, String text) {

  /// Longer texts are not kept in files. The language itself takes less; this is what an unfinished text may grow to.
  public static final int MOST_CHARACTERS = 1 << 20;

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /// The first statement, which says what kind of model it is and what it is called.
  private static final Pattern HEADER =
      Pattern.compile(
          "\\A(?:\\s|#[^\\n]*\\n)*(neuron|cell|synapse|channel|modulator)[ \\t]+(\\w+)");

  /// Names that some systems take for a device, whatever follows the dot.
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");

  public OwnModel {
    if (!isValid(id))
      throw new IllegalArgumentException(
          "a model's name is a letter, then letters, digits or _: '" + id + "'");
  }

  /// Whether a text can be the name of a model, and so of its file on every system.
  public static boolean isValid(String id) {
    return FORM.matcher(id).matches()
        && !DEVICES.contains(id.toLowerCase(Locale.ROOT))
        && !NUMBERED_DEVICE.matcher(id.toLowerCase(Locale.ROOT)).matches();
  }

  /// A name not yet taken, made from a wish: `My neuron` becomes `my_neuron`, then `my_neuron_2`, ….
  ///
  /// @param taken names that are taken, whatever the case
  public static String freshId(String wish, Set<String> taken) {
    String stem =
        wish.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
    if (stem.length() > 50) stem = stem.substring(0, 50);
    if (!isValid(stem)) stem = "model";
    String id = stem;
    for (int n = 2; isTaken(id, taken); n++) id = stem + "_" + n;
    return id;
  }

  private static boolean isTaken(String id, Set<String> taken) {
    return taken.stream().anyMatch(id::equalsIgnoreCase);
  }

  /// The name of its file beside the circuit.
  public String file() {
    return "models/" + id + ".model";
  }

  /// The kind that the text begins with: `neuron`, `synapse`, `channel` or `modulator`.
  public Optional<String> kind() {
    Matcher header = HEADER.matcher(text);
    return header.find() ? Optional.of(header.group(1)) : Optional.empty();
  }

  /// The same model with another text.
  public OwnModel withText(String newText) {
    return new OwnModel(id, newText);
  }

  /// The same model under another name, also in its first line where it had the old one there.
  public OwnModel renamed(String newId) {
    Matcher header = HEADER.matcher(text);
    OwnModel renamed = new OwnModel(newId, text);
    return header.find() && header.group(2).equals(id) ? renamed.namedInside() : renamed;
  }

  /// The same model with its own name in the first line, whatever name is there.
  public OwnModel namedInside() {
    Matcher header = HEADER.matcher(text);
    return header.find()
        ? withText(text.substring(0, header.start(2)) + id + text.substring(header.end(2)))
        : this;
  }
}
