package org.neurarium.engine.build;

/// Ends a build that its monitor has cancelled.
final class BuildCancelled extends RuntimeException {

  BuildCancelled() {
    super("the build was cancelled", null, false, false);
  }
}
