package org.neurarium.app.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the command line tells the window: JavaFX hands it over as words.
///
/// @param project to open
/// @param autorun whether to run it at once
/// @param rehearsal whether to go once through everything a start needs, and end
record StartArguments(Optional<Path> project, boolean autorun, boolean rehearsal) {

  private static final String AUTORUN = "--autorun";
  private static final String REHEARSAL = "--rehearsal";

  static StartArguments of(List<String> words) {
    return new StartArguments(
        words.stream().filter(w -> !w.startsWith("--")).findFirst().map(Path::of),
        words.contains(AUTORUN),
        words.contains(REHEARSAL));
  }

  String[] words() {
    List<String> words = new ArrayList<>();
    project.ifPresent(p -> words.add(p.toAbsolutePath().toString()));
    if (autorun) words.add(AUTORUN);
    if (rehearsal) words.add(REHEARSAL);
    return words.toArray(String[]::new);
  }
}
