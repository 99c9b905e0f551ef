package org.neurarium.engine;

/// Hears how a build goes and can end it. Called by the building thread, often.
public interface BuildMonitor {

  /// Does not care.
  BuildMonitor NONE =
      new BuildMonitor() {
        @Override
        public void progress(double fraction, String doing) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /// Says how far the build is.
  ///
  /// @param fraction 0…1
  /// @param doing what is being made: "Wiring Cortex E → Cortex I"
  void progress(double fraction, String doing);

  /// Whether the build should be given up. May be called from several threads.
  boolean isCancelled();
}
