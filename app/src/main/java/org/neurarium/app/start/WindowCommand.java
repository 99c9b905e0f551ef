package org.neurarium.app.start;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Opens the window with a project.
@Command(
    name = "open",
    description = "Opens a project in the window.",
    footer = {"", "Examples:", "  neurarium open sample-projects/00-first-light --autorun"})
final class WindowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROJECT", description = "A project's folder, or a circuit's file.")
  private @Nullable Path project;

  @Option(names = "--autorun", description = "Run it at once.")
  private boolean autorun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Display.open(
        new StartArguments(Optional.ofNullable(project), autorun, false),
        spec.commandLine().getErr());
  }
}
