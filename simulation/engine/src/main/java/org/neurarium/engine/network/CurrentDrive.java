package org.neurarium.engine.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Signal;
import org.neurarium.engine.random.Normal;
import org.neurarium.engine.random.Philox;

/// A current stimulus as it reaches one population through one projection. Settings change between steps only.
///
/// A current is constant within a step. Direct current and steps have the value that holds at the step's beginning; a ramp and a sine the value in
/// the middle of the step, which is their mean over it to second order.
public final class CurrentDrive {

  private static final double SMALLEST = 0x1p-54;

  private final ElementId projection;
  private final ElementId stimulus;
  private final int receptor;
  private final long noiseKey;
  private final double dt;
  private double[] gains;
  private Signal.Current signal;
  private double start;
  private Window window;

  /// @param receptor through which it flows: number among those of the target's model that take currents
  /// @param noiseKey key of this projection's noise
  /// @param gains weight of the current at each target, one for all or one for each
  /// @param start the stimulus's start (ms)
  public CurrentDrive(
      ElementId projection,
      ElementId stimulus,
      int receptor,
      long noiseKey,
      double dt,
      double[] gains,
      Signal.Current signal,
      double start,
      Window window) {
    this.projection = projection;
    this.stimulus = stimulus;
    this.receptor = receptor;
    this.noiseKey = noiseKey;
    this.dt = dt;
    this.gains = gains;
    this.signal = signal;
    this.start = start;
    this.window = window;
  }

  public ElementId projection() {
    return projection;
  }

  public ElementId stimulus() {
    return stimulus;
  }

  /// Through which receptor it flows: a number among those of the target's model that take currents.
  public int receptor() {
    return receptor;
  }

  /// Sets another signal and window.
  public void set(Signal.Current newSignal, double newStart, Window newWindow) {
    signal = newSignal;
    start = newStart;
    window = newWindow;
  }

  /// Sets other weights.
  public void setGains(double[] newGains) {
    gains = newGains;
  }

  /// A number that stays the same as long as the current does: two steps with equal marks have equal currents.
  double mark(long step) {
    if (!window.contains(step)) return Double.NaN;
    return signal instanceof Signal.Noise noise ? interval(noise, step) : level(step);
  }

  private long interval(Signal.Noise noise, long step) {
    long length = Math.max(1, Math.round(noise.interval().engineValue() / dt));
    return Math.floorDiv(step - window.firstStep(), length);
  }

  private double level(long step) {
    double begin = (step - 1) * dt;
    double since = begin + dt / 2 - start;
    return switch (signal) {
      case Signal.Dc dc -> dc.amplitude().engineValue();
      case Signal.Steps steps -> level(steps.steps(), step);
      case Signal.Ramp ramp -> {
        double part = Math.min(1, since / ramp.duration().engineValue());
        double from = ramp.from().engineValue();
        yield from + (ramp.to().engineValue() - from) * part;
      }
      case Signal.Sine sine -> {
        // Frequencies are in kHz, times in ms: the product is in cycles.
        double angle = 2 * Math.PI * sine.frequency().engineValue() * since + sine.phase();
        yield sine.offset().engineValue() + sine.amplitude().engineValue() * StrictMath.sin(angle);
      }
      case Signal.Noise noise -> noise.mean().engineValue();
    };
  }

  private double level(List<Signal.Step> steps, long step) {
    double value = 0;
    double latest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < steps.size(); k++) {
      Signal.Step jump = steps.get(k);
      double time = jump.time().engineValue();
      if (time >= latest && Window.firstPointFrom(time, dt) < step) {
        latest = time;
        value = jump.amplitude().engineValue();
      }
    }
    return value;
  }

  /// Adds this step's current to a slice of the neurons.
  ///
  /// @param scratch room for the slice
  void add(long step, int from, int to, double[] current, double[] scratch, Philox noise) {
    if (!window.contains(step)) return;
    if (signal instanceof Signal.Noise white) {
      add(white, step, from, to, current, scratch, noise, null, Concentrations.NONE);
    } else {
      double level = level(step);
      for (int i = from; i < to; i++) current[i] += gain(i) * level;
    }
  }

  boolean isNoise() {
    return signal instanceof Signal.Noise;
  }

  /// The same for noise whose standard deviation is changed.
  ///
  /// @param factor by which
  void add(
      long step,
      int from,
      int to,
      double[] current,
      double[] scratch,
      Philox noise,
      Effect factor,
      Concentrations at) {
    if (signal instanceof Signal.Noise white && window.contains(step))
      add(white, step, from, to, current, scratch, noise, factor, at);
  }

  private void add(
      Signal.Noise white,
      long step,
      int from,
      int to,
      double[] current,
      double[] scratch,
      Philox noise,
      @Nullable Effect factor,
      Concentrations at) {
    noise.uniforms(interval(white, step), from, to, scratch);
    double mean = white.mean().engineValue();
    double sd = white.sd().engineValue();
    if (factor != null && !factor.isLocal()) sd *= factor.value(at, Effect.Moment.MEAN, 0);
    Effect local = factor != null && factor.isLocal() ? factor : null;
    for (int i = from; i < to; i++) {
      double own = local != null ? sd * local.value(at, Effect.Moment.MEAN, i) : sd;
      current[i] += gain(i) * (mean + own * Normal.quantile(Math.max(SMALLEST, scratch[i - from])));
    }
  }

  private double gain(int i) {
    return gains.length == 1 ? gains[0] : gains[i];
  }

  /// A generator for this drive's noise, one for each worker.
  Philox noise() {
    return new Philox(noiseKey);
  }
}
