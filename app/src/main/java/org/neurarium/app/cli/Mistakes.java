package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.neurarium.circuits.text.DidYouMean;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Tells a person in one sentence what went wrong with a command, and gives the exit code.
final class Mistakes
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleParseException(CommandLine.ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(sentence(mistake, command));
    err.println("See: " + command.getCommandSpec().qualifiedName(" ") + " --help");
    err.flush();
    return Failure.MISUSED;
  }

  private static String sentence(CommandLine.ParameterException mistake, CommandLine command) {
    return switch (mistake) {
      case CommandLine.UnmatchedArgumentException unmatched ->
          unmatched(unmatched.getUnmatched(), command);
      case CommandLine.MissingParameterException missing when !missing.getMissing().isEmpty() ->
          "Something is missing: "
              + String.join(
                  ", ",
                  missing.getMissing().stream()
                      .map(spec ->
                          spec instanceof OptionSpec option
                              ? option.longestName() + " " + option.paramLabel()
                              : spec.paramLabel())
                      .toList())
              + ".";
      default -> {
        String message = String.valueOf(mistake.getMessage());
        yield message.endsWith(".") || message.endsWith("?") ? message : message + ".";
      }
    };
  }

  private static String unmatched(List<String> words, CommandLine command) {
    String word = words.getFirst();
    if (word.startsWith("-")) {
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      return "There is no option '"
          + name
          + "'. "
          + DidYouMean.hint(
              name,
              command.getCommandSpec().options().stream()
                  .flatMap(o -> Stream.of(o.names()))
                  .toList(),
              "The options are");
    }
    Collection<String> commands = command.getSubcommands().keySet();
    if (!commands.isEmpty())
      return "There is no command '"
          + word
          + "'. "
          + DidYouMean.hint(word, commands, "The commands are");
    return "'" + word + "' is one word too many.";
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    int exitCode = Failure.FAILED;
    switch (cause(exception)) {
      case Failure failure -> {
        failure.sentences().forEach(err::println);
        exitCode = failure.exitCode();
      }
      case AccessDeniedException denied ->
          err.println(
              "'"
                  + denied.getFile()
                  + "' may not be written or read: choose another place, or change its permissions.");
      case FileSystemException file ->
          err.println("'" + file.getFile() + "' cannot be used: " + reason(file));
      case IOException io -> err.println("A file could not be read or written: " + io.getMessage());
      default ->
          err.println(
              "This should not have happened ("
                  + exception
                  + ")."
                  + " Please report it, with the project and the command line.");
    }
    err.flush();
    return exitCode;
  }

  private static Exception cause(Exception exception) {
    return exception instanceof UncheckedIOException unchecked && unchecked.getCause() != null
        ? unchecked.getCause()
        : exception;
  }

  private static String reason(FileSystemException failure) {
    return switch (failure) {
      case java.nio.file.FileAlreadyExistsException _ -> "there is already a file of this name.";
      case java.nio.file.NoSuchFileException _ -> "it is not there.";
      case java.nio.file.NotDirectoryException _ -> "it is not a folder.";
      default ->
          failure.getReason() == null ? "the file system refuses it." : failure.getReason() + ".";
    };
  }
}
