package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.text.DidYouMean;

/// A modulator source is of a substance that is known.
final class ModulatorRules {

  static final List<Rule<ModulatorSource>> ALL = List.of(ModulatorRules::modelIsKnown);

  private ModulatorRules() {}

  private static void modelIsKnown(ModulatorSource m, Examination in) {
    List<String> known = in.models().ids(Model.Kind.MODULATOR);
    if (known.contains(m.model()) || in.models().isBroken(m.model())) return;
    String sentence = the(m) + " is of " + quoted(m.model()) + ", which is not known here";
    String hint = DidYouMean.hint(m.model(), known, "The substances are");
    DidYouMean.nearest(m.model(), known)
        .ifPresentOrElse(
            meant ->
                in.error(m, "model", sentence, hint, replace("Take " + meant, m.ofModel(meant))),
            () -> in.error(m, "model", sentence, hint));
  }
}
