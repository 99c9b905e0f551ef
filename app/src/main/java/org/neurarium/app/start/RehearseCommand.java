package org.neurarium.app.start;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// A start for the virtual machine's sake: the launcher plays it after each build.
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts and ends, to prepare faster starts.")
final class RehearseCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Display.open(
        new StartArguments(Optional.empty(), false, true), new PrintWriter(Writer.nullWriter()));
  }
}
