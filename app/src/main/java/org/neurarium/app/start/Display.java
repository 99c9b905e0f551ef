package org.neurarium.app.start;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/// Opens the window, or says in one sentence why there is none.
final class Display {

  static final String NONE =
      "There is no display to open a window on: try the commands run, render and check, which need none.";

  private Display() {}

  /// Opens the window and waits until it is closed.
  ///
  /// @return the program's exit code
  static int open(StartArguments arguments, PrintWriter err) {
    if (!isThere(
        System.getenv(),
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""))) {
      err.println(NONE);
      return 1;
    }
    try {
      Application.launch(Lab.class, arguments.words());
      return 0;
    } catch (UnsupportedOperationException e) {
      // A display is named but cannot be reached.
      err.println(NONE);
      return 1;
    }
  }

  /// Whether a display can be expected.
  static boolean isThere(Map<String, String> environment, String system, String platform) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win") || os.contains("mac") || platform.equalsIgnoreCase("Headless"))
      return true;
    return !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }
}
