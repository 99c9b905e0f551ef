package org.neurarium.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the launchers promise the virtual machine. Tests run on the class path, where all of it would be missed only by users.
class LauncherTest {

  @ParameterizedTest
  @ValueSource(strings = {"neurarium", "neurarium.cmd"})
  void opensToControlsFxWhatItReachesFor(String launcher) throws IOException {
    String text = read(launcher);
    Set<String> opened = new TreeSet<>();
    var export =
        Pattern.compile("--add-exports=javafx\\.\\w+/([\\w.]+)=org\\.controlsfx\\.controls");
    export.matcher(text).results().forEach(m -> opened.add(m.group(1)));

    Set<String> reached =
        new ClassFileImporter()
            .importPackages("org.controlsfx", "impl.org.controlsfx").stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass().getBaseComponentType().getPackageName())
                .filter(p -> p.startsWith("com.sun."))
                .collect(Collectors.toCollection(TreeSet::new));

    assertFalse(reached.isEmpty(), "ControlsFX was not found, or no longer needs any opening");
    assertEquals(reached, opened);
  }

  @ParameterizedTest
  @ValueSource(strings = {"neurarium", "neurarium.cmd"})
  void startsTheMainClass(String launcher) throws IOException {
    assertTrue(read(launcher).contains("org.neurarium.app/" + Main.class.getName()));
  }

  private static String read(String launcher) throws IOException {
    return Files.readString(Path.of("..", launcher));
  }
}
