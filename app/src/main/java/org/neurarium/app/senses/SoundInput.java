package org.neurarium.app.senses;

import java.io.IOException;

/// A place where sound comes in live, one channel. Reading blocks; closing may come from another
/// thread and ends a read.
public interface SoundInput extends AutoCloseable {

  /// Finds such a place.
  interface Opening {
    /// Opens it.
    ///
    /// @throws IOException with a sentence for people if there is none, or none that may be used
    SoundInput open() throws IOException;
  }

  /// Samples in a second.
  double rate();

  /// Waits for the next samples.
  ///
  /// @param into filled from its beginning, -1…1
  /// @return how many there are; negative at the end
  int read(float[] into) throws IOException;

  @Override
  void close();
}
