package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.Threads;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `render`: a picture of the window at a moment of a run.
@Command(
    name = "render",
    description = "Draws the window with a project at a moment of its run. Needs no display.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./neurarium render sample-projects/00-first-light --at 500ms first-light.png",
      "  ./neurarium render my-circuit --at 2s --size 1600x1000 --theme dark picture.png"
    })
final class RenderCommand implements Callable<Integer> {

  /// The colours of the window.
  enum Theme {
    LIGHT,
    DARK
  }

  /// Width and height in pixels.
  record Size(int width, int height) {}

  /// Reads `1600x1000`.
  static final class SizeConverter implements ITypeConverter<Size> {
    private static final int LEAST = 200;
    private static final int MOST = 8000;

    @Override
    public Size convert(String text) {
      String[] sides = text.strip().toLowerCase(Locale.ROOT).split("\\s*[x×]\\s*", -1);
      try {
        Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[sides.length - 1]));
        if (sides.length == 2 && isSensible(size.width()) && isSensible(size.height())) return size;
      } catch (NumberFormatException e) {
        // Told below, with the other sizes that are none.
      }
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a size. Write width x height in pixels, 200 to 8000 each: 1600x1000.");
    }

    private static boolean isSensible(int side) {
      return side >= LEAST && side <= MOST;
    }
  }

  private final ModelCatalogue models;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "PROJECT",
      description = "A folder with a circuit.json, or such a file.")
  private Path project;

  @Parameters(index = "1", paramLabel = "OUT.png", description = "Where the picture goes.")
  private Path out;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      defaultValue = "500ms",
      converter = DurationConverter.class,
      description = "The moment, in biological time (default: ${DEFAULT-VALUE}).")
  private Quantity moment;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1600x1000",
      converter = SizeConverter.class,
      description = "Width and height in pixels (default: ${DEFAULT-VALUE}).")
  private Size size;

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "light",
      description = "The window's colours (default: ${DEFAULT-VALUE}).")
  private Theme theme;

  RenderCommand(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Project opened = Project.read(project, models, err);
    checkTarget();
    Circuit circuit = opened.circuit();
    long steps = Math.round(moment.engineValue() / circuit.run().dt().engineValue());
    try (Interruption interruption = new Interruption();
        HiddenWindow window =
            new HiddenWindow(
                models, opened.folder(), Threads.automatic(), size, theme == Theme.DARK, false)) {
      window.open(opened.folder().circuitFile(), circuit, interruption::isWished);
      window.runTo(steps, interruption::isWished);
      Files.write(out, window.picture());
    }
    spec.commandLine().getOut().println("The window at " + moment + " is in " + out + ".");
    spec.commandLine().getOut().flush();
    return 0;
  }

  /// Finds out before the work whether its result can be kept.
  private void checkTarget() throws IOException {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png"))
      throw Failure.misuse(
          "'" + out + "' should end in .png: that is the kind of picture this command draws.");
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder))
      throw new NoSuchFileException(String.valueOf(folder));
    if (!Files.isWritable(folder)) throw new AccessDeniedException(folder.toString());
  }
}
