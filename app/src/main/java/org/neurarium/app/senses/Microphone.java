package org.neurarium.app.senses;

import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/// The microphone of this computer, 16 bits at 44.1 kHz.
final class Microphone implements SoundInput {

  private static final AudioFormat FORMAT = new AudioFormat(44_100, 16, 1, true, false);

  private final TargetDataLine line;
  private byte[] bytes = new byte[0];

  private Microphone(TargetDataLine line) {
    this.line = line;
  }

  /// Opens the one that the system has chosen.
  ///
  /// @throws IOException with a sentence for people if there is none, or none that may be used
  static SoundInput open() throws IOException {
    try {
      TargetDataLine line = AudioSystem.getTargetDataLine(FORMAT);
      line.open(FORMAT);
      line.start();
      return new Microphone(line);
    } catch (IllegalArgumentException e) {
      // What the library throws where no device has such a line.
      throw new IOException("This computer has no microphone that can be used", e);
    } catch (LineUnavailableException e) {
      throw new IOException("The microphone is in use by something else", e);
    } catch (SecurityException e) {
      throw new IOException("This program is not allowed to use the microphone", e);
    }
  }

  @Override
  public double rate() {
    return FORMAT.getSampleRate();
  }

  @Override
  public int read(float[] into) {
    if (bytes.length != 2 * into.length) bytes = new byte[2 * into.length];
    int count = line.read(bytes, 0, bytes.length) / 2;
    for (int i = 0; i < count; i++)
      into[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8) / 32_768f;
    return count == 0 && !line.isOpen() ? -1 : count;
  }

  @Override
  public void close() {
    line.close();
  }
}
