package org.neurarium.engine.sense;

import java.util.Arrays;
import org.neurarium.engine.math.Elementary;

/// Measures how loud a sound is in bands of frequency, each as wide on a logarithmic axis. Belongs to one thread.
///
/// The power spectrum of a piece under Hann's window, by a fast Fourier transform, summed over each band. A sine at full scale has the level 1 in its band, a level
/// of 0 means `floor` decibels less.
public final class Bands {

  private static final int LONGEST = 1 << 14;

  private final double floor;
  private final int length;
  private final double[] window;
  private final double[] cosines;
  private final double[] sines;
  private final int[] firsts;
  private final double[] real;
  private final double[] imaginary;
  private final double scale;

  /// @param rate samples in a second
  /// @param bands how many
  /// @param low lower edge of the first (Hz)
  /// @param high upper edge of the last (Hz)
  /// @param floor of silence (dB below full scale)
  /// @param frame time between two measurements (s)
  public Bands(double rate, int bands, double low, double high, double floor, double frame) {
    this.floor = floor;
    // Long enough to tell the lowest frequency, and not to miss anything between two frames.
    double wanted = rate * Math.max(2 * frame, 2 / low);
    length = Math.clamp(2L * Integer.highestOneBit((int) Math.clamp(wanted, 32, 1e9)), 64, LONGEST);
    window = new double[length];
    cosines = new double[length / 2];
    sines = new double[length / 2];
    double power = 0;
    for (int i = 0; i < length; i++) {
      window[i] = 0.5 - 0.5 * Elementary.cos(2 * Math.PI * (i + 0.5) / length);
      power += window[i] * window[i];
    }
    for (int k = 0; k < length / 2; k++) {
      cosines[k] = Elementary.cos(2 * Math.PI * k / length);
      sines[k] = -Elementary.sin(2 * Math.PI * k / length);
    }
    // By Parseval's theorem the upper half of the spectrum of a sine of amplitude 1 has the power
    // length · Σ window² / 4.
    scale = 4 / (length * power);
    firsts = new int[bands + 1];
    for (int b = 0; b <= bands; b++) {
      double edge = low * StrictMath.pow(high / low, (double) b / bands);
      firsts[b] = Math.clamp(Math.round(edge * length / rate), 1, length / 2);
    }
    real = new double[length];
    imaginary = new double[length];
  }

  /// How many samples a measurement looks at.
  public int length() {
    return length;
  }

  /// Measures the piece of a sound that ends before a sample; what is outside the sound is silent.
  ///
  /// @param into receives 0…1 for each band
  public void measure(float[] samples, int end, float[] into) {
    Arrays.fill(imaginary, 0);
    for (int i = 0; i < length; i++) {
      int at = end - length + i;
      real[i] = at >= 0 && at < samples.length ? samples[at] * window[i] : 0;
    }
    transform();
    for (int b = 0; b + 1 < firsts.length; b++) {
      double power = 0;
      // A band that is narrower than what can be told apart has the power of the nearest line.
      int last = Math.max(firsts[b] + 1, firsts[b + 1]);
      for (int k = firsts[b]; k < last && k < length / 2; k++)
        power += real[k] * real[k] + imaginary[k] * imaginary[k];
      double decibels = 10 * StrictMath.log10(Math.max(1e-30, scale * power));
      into[b] = (float) Math.clamp(1 + decibels / floor, 0, 1);
    }
  }

  /// Cooley and Tukey's transform (doi:10.1090/S0025-5718-1965-0178586-1), in place.
  private void transform() {
    int bits = Integer.numberOfTrailingZeros(length);
    for (int i = 0; i < length; i++) {
      int j = Integer.reverse(i) >>> (32 - bits);
      if (j <= i) continue;
      double swap = real[i];
      real[i] = real[j];
      real[j] = swap;
    }
    for (int half = 1; half < length; half *= 2) {
      int stride = length / (2 * half);
      for (int start = 0; start < length; start += 2 * half)
        for (int k = 0; k < half; k++) {
          int a = start + k;
          int b = a + half;
          double c = cosines[k * stride];
          double s = sines[k * stride];
          double re = real[b] * c - imaginary[b] * s;
          double im = real[b] * s + imaginary[b] * c;
          real[b] = real[a] - re;
          imaginary[b] = imaginary[a] - im;
          real[a] += re;
          imaginary[a] += im;
        }
    }
  }
}
