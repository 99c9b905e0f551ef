package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.file.Json.Member;
import org.neurarium.circuits.file.Json.Spot;

/// A circuit's own models inside a text that has no folder around it, such as the clipboard's: an object of texts by name. In a project's
/// folder they are files of their own.
final class ModelsFormat implements Format<List<OwnModel>> {

  static final Format<List<OwnModel>> MODELS = new ModelsFormat();

  static final String NAME_HINT =
      "A model's name is a letter, then letters, digits or _, at most 64 in all.";

  private static final Format<String> TEXT = Formats.text(OwnModel.MOST_CHARACTERS);

  private ModelsFormat() {}

  @Override
  public Optional<List<OwnModel>> read(Json json, Where where) {
    if (!(json instanceof Json.Obj(Map<String, Member> members, _))) {
      where.expected(
          "an object of model files", json, "For example {\"my_neuron\": \"neuron …\"}.");
      return Optional.empty();
    }
    List<OwnModel> models = new ArrayList<>();
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    members.forEach((id, member) -> {
      Where there = where.field(id);
      if (!OwnModel.isValid(id))
        there.error(
            member.nameAt(), Formats.quoted(id) + " cannot be the name of a model", NAME_HINT);
      else if (!taken.add(id))
        there.error(
            member.nameAt(),
            "There are two models "
                + Formats.quoted(id)
                + ", names in files being the same in any case",
            "Rename one of them.");
      else TEXT.read(member.value(), there).ifPresent(text -> models.add(new OwnModel(id, text)));
    });
    return Optional.of(models);
  }

  @Override
  public Json write(List<OwnModel> models) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (OwnModel model : models)
      members.put(model.id(), new Member(Spot.NONE, TEXT.write(model.text())));
    return new Json.Obj(members, Spot.NONE);
  }
}
