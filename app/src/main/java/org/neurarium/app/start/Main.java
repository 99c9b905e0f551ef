package org.neurarium.app.start;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.neurarium.app.cli.Commands;
import org.neurarium.app.documents.UserFolder;
import org.neurarium.circuits.language.Library;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The entry of the program, for people and for scripts.
@Command(
    name = "neurarium",
    description = "A laboratory for drawing, running and watching neural circuits.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /// Parses the command line and leaves with its exit code, 0 only when all went well.
  ///
  /// @param args the words after `neurarium`
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /// The whole command line.
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new WindowCommand());
    line.addSubcommand(new RehearseCommand());
    return new Commands(UserFolder.standard().including(Library.builtIn())).addTo(line);
  }

  /// Without a command: opens the window.
  @Override
  public Integer call() {
    return Display.open(
        new StartArguments(Optional.empty(), false, false), spec.commandLine().getErr());
  }

  /// Reads the version that the build wrote into the module.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var descriptor = Main.class.getModule().getDescriptor();
      var version =
          descriptor == null ? "(development)" : descriptor.rawVersion().orElse("(development)");
      return new String[] {"Neurarium " + version};
    }
  }
}
