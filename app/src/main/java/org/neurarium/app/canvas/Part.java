package org.neurarium.app.canvas;

/// What a palette offers and a canvas can place.
public enum Part implements Placeable {
  EXCITATORY("Excitatory", "leaky integrate-and-fire", Family.POPULATION),
  INHIBITORY("Inhibitory", "leaky integrate-and-fire", Family.POPULATION),
  POISSON("Poisson spikes", "random spike trains", Family.STIMULUS),
  BACKGROUND("Background noise", "Poisson spikes for each", Family.STIMULUS),
  SPIKE_LIST("Spike list", "recorded spikes (CSV)", Family.STIMULUS),
  DC("Constant current", "the same all the time", Family.CURRENT),
  STEP("Step current", "jumps at given times", Family.CURRENT),
  RAMP("Ramp current", "rises in a straight line", Family.CURRENT),
  SINE("Sine current", "swings at a frequency", Family.CURRENT),
  NOISE("Noise current", "fluctuates at random", Family.CURRENT),
  IMAGE("Image", "a picture (PNG)", Family.SENSE),
  DRAWING("Drawing pad", "draw while it runs", Family.SENSE),
  GRATING("Grating", "bars that drift", Family.SENSE),
  GLYPHS("Glyphs", "digits and shapes", Family.SENSE),
  ODOURS("Odours", "patterns of receptors", Family.SENSE),
  EVENT_CAMERA("Event camera", "tells what changes", Family.SENSE),
  SOUND("Sound", "loudness in bands", Family.SENSE),
  RASTER("Spike raster", "when each neuron fires", Family.PROBE),
  TRACE("Membrane trace", "voltage over time", Family.PROBE),
  KYMOGRAPH("Dendrite map", "voltage along a tree", Family.PROBE),
  HEATMAP("Weight heatmap", "synaptic weights", Family.PROBE),
  RATE("Population rate", "spikes per second", Family.PROBE),
  NOTE("Note", "text beside a part", Family.NOTE);

  /// The heading under which a palette lists a part.
  public enum Family {
    POPULATION("Populations"),
    STIMULUS("Inputs"),
    CURRENT("Currents"),
    SENSE("Senses"),
    PROBE("Probes"),
    NOTE("Notes");

    private final String title;

    Family(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private final String title;
  private final String summary;
  private final Family family;

  Part(String title, String summary, Family family) {
    this.title = title;
    this.summary = summary;
    this.family = family;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String summary() {
    return summary;
  }

  public Family family() {
    return family;
  }
}
