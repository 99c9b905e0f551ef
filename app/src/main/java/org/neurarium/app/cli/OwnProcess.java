package org.neurarium.app.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This program, started once more with the settings of this run's virtual machine.
final class OwnProcess {

  private static final String MAIN = "org.neurarium.app.start.Main";

  private OwnProcess() {}

  /// The command line that starts it.
  ///
  /// @param arguments the words after `neurarium`
  static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    String modules = System.getProperty("jdk.module.path");
    command.addAll(
        modules == null
            ? List.of("-cp", System.getProperty("java.class.path"), MAIN)
            : List.of("--module-path", modules, "--module", "org.neurarium.app/" + MAIN));
    command.addAll(arguments);
    return command;
  }
}
