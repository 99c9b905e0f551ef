package org.neurarium.app.cli;

import org.neurarium.circuits.model.ModelCatalogue;
import picocli.CommandLine;

/// The commands that need no window.
public final class Commands {

  private final ModelCatalogue models;

  /// @param models that circuits may name
  public Commands(ModelCatalogue models) {
    this.models = models;
  }

  /// Gives a command line these commands, and kind words for every mistake.
  public CommandLine addTo(CommandLine root) {
    root.addSubcommand(new RunCommand(models));
    root.addSubcommand(new CheckCommand(models));
    root.addSubcommand(new RenderCommand(models));
    root.addSubcommand(new ModelsCommand(models));
    root.addSubcommand(new BenchCommand(models));
    for (CommandLine command : root.getSubcommands().values()) {
      command.getCommandSpec().mixinStandardHelpOptions(true);
      command.getCommandSpec().usageMessage().width(100);
    }
    Mistakes mistakes = new Mistakes();
    root.setParameterExceptionHandler(mistakes);
    root.setExecutionExceptionHandler(mistakes);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    return root;
  }
}
