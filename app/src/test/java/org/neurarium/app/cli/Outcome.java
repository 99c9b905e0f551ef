package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.neurarium.circuits.language.Library;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What a command line gave: run in this process, with the real engine.
record Outcome(int exitCode, String out, String err) {

  @Command(name = "neurarium")
  private static final class Root {}

  static Outcome of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new Commands(Library.builtIn()).addTo(new CommandLine(new Root()));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = line.execute(args);
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
