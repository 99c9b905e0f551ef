package org.neurarium.circuits.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The tables of the leaky integrate-and-fire family. Names follow NEST's `iaf_psc_*` and `iaf_cond_exp`.
final class BuiltInModels {

  private static final List<Reference> EXACT_INTEGRATION =
      List.of(new Reference("10.1007/s004220050570", "")); // Rotter & Diesmann 1999

  private static final Receptor CURRENT =
      new Receptor(
          "current",
          "Injected current",
          Unit.NONE,
          Input.CURRENT,
          "",
          0,
          Effect.BY_SIGN,
          Quantity.number(1));

  private static final Dynamics NOTHING =
      new Dynamics(
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Map.of(),
          Optional.empty(),
          false,
          List.of(),
          Optional.empty(),
          List.of());

  private BuiltInModels() {}

  static List<Model> all() {
    return List.of(lifExpPsc(), lifAlphaPsc(), lifDelta(), lifCondExp(), staticSynapse());
  }

  private static SynapseModel staticSynapse() {
    return new SynapseModel(
        SynapseModel.STATIC,
        "Static",
        "Hands over a weight that never changes.",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        "synapse static \"Static\"");
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private static NeuronModel lifExpPsc() {
    return new NeuronModel(
        "lif_exp_psc",
        "LIF, exponential currents",
        "Leaky integrate-and-fire neuron whose synapses give a current that jumps and decays exponentially.",
        EXACT_INTEGRATION,
        with(
            membrane(),
            tau("tau_syn_ex", "excitatory synaptic time constant", 2),
            tau("tau_syn_in", "inhibitory synaptic time constant", 6)),
        List.of(
            voltage(),
            state("I_syn_ex", "excitatory synaptic current", "pA"),
            state("I_syn_in", "inhibitory synaptic current", "pA")),
        currentReceptors(100, -100),
        List.of(),
        NOTHING,
        lines(
            "\n",
            "dV_m/dt = -(V_m - E_L)/tau_m + (I_syn_ex + I_syn_in + I_e + I_ext)/C_m : mV",
            "dI_syn_ex/dt = -I_syn_ex/tau_syn_ex : pA",
            "dI_syn_in/dt = -I_syn_in/tau_syn_in : pA",
            "spike when V_m >= V_th",
            "reset V_m = V_reset",
            "refractory t_ref"));
  }

  private static NeuronModel lifAlphaPsc() {
    return new NeuronModel(
        "lif_alpha_psc",
        "LIF, alpha currents",
        "Leaky integrate-and-fire neuron whose synapses give a current that rises and falls as an alpha function, with its peak at the weight.",
        EXACT_INTEGRATION,
        with(
            membrane(),
            tau("tau_syn_ex", "excitatory synaptic time constant", 1),
            tau("tau_syn_in", "inhibitory synaptic time constant", 3)),
        List.of(
            voltage(),
            state("I_syn_ex", "excitatory synaptic current", "pA"),
            state("h_ex", "drive of the excitatory current", "pA"),
            state("I_syn_in", "inhibitory synaptic current", "pA"),
            state("h_in", "drive of the inhibitory current", "pA")),
        currentReceptors(100, -100),
        List.of(),
        NOTHING,
        lines(
            "\n",
            "dV_m/dt = -(V_m - E_L)/tau_m + (I_syn_ex + I_syn_in + I_e + I_ext)/C_m : mV",
            "dI_syn_ex/dt = (h_ex - I_syn_ex)/tau_syn_ex : pA",
            "dh_ex/dt = -h_ex/tau_syn_ex : pA",
            "dI_syn_in/dt = (h_in - I_syn_in)/tau_syn_in : pA",
            "dh_in/dt = -h_in/tau_syn_in : pA",
            "on ex: h_ex += w*e",
            "on in: h_in += w*e",
            "spike when V_m >= V_th",
            "reset V_m = V_reset",
            "refractory t_ref"));
  }

  private static NeuronModel lifDelta() {
    List<Parameter> parameters =
        List.of(
            positive("tau_m", "membrane time constant", 20, "ms", 1, 100, true),
            positive("C_m", "membrane capacitance", 200, "pF", 20, 1000, false),
            any("E_L", "resting potential", 0, "mV", -90, 20, true),
            any("V_th", "spike threshold", 20, "mV", -70, 40, true),
            any("V_reset", "reset potential", 10, "mV", -90, 30, true),
            notNegative("t_ref", "refractory period", 2, "ms", 0, 20, true),
            any("I_e", "constant current", 0, "pA", -1000, 1000, true));
    return new NeuronModel(
        "lif_delta",
        "LIF, voltage jumps",
        "Leaky integrate-and-fire neuron whose membrane potential jumps by the weight at each arriving spike. Arrivals in the refractory period are lost.",
        List.of(new Reference("10.1023/A:1008925309027", "")),
        parameters,
        List.of(voltage()),
        List.of(
            new Receptor(
                "delta",
                "Voltage jump",
                Unit.MILLIVOLT,
                Input.SPIKES,
                "",
                0,
                Effect.BY_SIGN,
                Quantity.of(0.5, "mV")),
            CURRENT),
        List.of(),
        NOTHING,
        lines(
            "\n",
            "dV_m/dt = -(V_m - E_L)/tau_m + (I_e + I_ext)/C_m : mV",
            "on delta: V_m += w",
            "spike when V_m >= V_th",
            "reset V_m = V_reset",
            "refractory t_ref"));
  }

  private static NeuronModel lifCondExp() {
    List<Parameter> parameters =
        List.of(
            positive("C_m", "membrane capacitance", 200, "pF", 20, 1000, false),
            positive("g_L", "leak conductance", 10, "nS", 1, 100, true),
            any("E_L", "resting potential", -65, "mV", -90, -40, true),
            any("V_th", "spike threshold", -50, "mV", -70, -20, true),
            any("V_reset", "reset potential", -60, "mV", -90, -40, true),
            notNegative("t_ref", "refractory period", 2, "ms", 0, 20, true),
            any("I_e", "constant current", 0, "pA", -1000, 1000, true),
            any("E_ex", "excitatory reversal potential", 0, "mV", -40, 40, false),
            any("E_in", "inhibitory reversal potential", -80, "mV", -100, -50, false),
            tau("tau_syn_ex", "excitatory synaptic time constant", 5),
            tau("tau_syn_in", "inhibitory synaptic time constant", 10));
    return new NeuronModel(
        "lif_cond_exp",
        "LIF, exponential conductances",
        "Leaky integrate-and-fire neuron whose synapses open a conductance that decays exponentially, so that their effect depends on the distance to the reversal potential.",
        List.of(new Reference("10.1523/JNEUROSCI.3508-05.2005", "")),
        parameters,
        List.of(
            voltage(),
            state("g_ex", "excitatory conductance", "nS"),
            state("g_in", "inhibitory conductance", "nS")),
        List.of(
            new Receptor(
                "ex",
                "Excitatory conductance",
                Unit.NANOSIEMENS,
                Input.SPIKES,
                "",
                +1,
                Effect.EXCITES,
                Quantity.of(2, "nS")),
            new Receptor(
                "in",
                "Inhibitory conductance",
                Unit.NANOSIEMENS,
                Input.SPIKES,
                "",
                +1,
                Effect.INHIBITS,
                Quantity.of(8, "nS")),
            CURRENT),
        List.of(),
        NOTHING,
        lines(
            "\n",
            "dV_m/dt = (g_L*(E_L - V_m) + g_ex*(E_ex - V_m) + g_in*(E_in - V_m) + I_e + I_ext)/C_m : mV",
            "dg_ex/dt = -g_ex/tau_syn_ex : nS",
            "dg_in/dt = -g_in/tau_syn_in : nS",
            "spike when V_m >= V_th",
            "reset V_m = V_reset",
            "refractory t_ref"));
  }

  private static List<Parameter> membrane() {
    return List.of(
        positive("C_m", "membrane capacitance", 250, "pF", 20, 1000, false),
        positive("tau_m", "membrane time constant", 10, "ms", 1, 100, true),
        any("E_L", "resting potential", -70, "mV", -90, -40, true),
        any("V_th", "spike threshold", -55, "mV", -70, -20, true),
        any("V_reset", "reset potential", -70, "mV", -90, -40, true),
        notNegative("t_ref", "refractory period", 2, "ms", 0, 20, true),
        any("I_e", "constant current", 0, "pA", -1000, 1000, true));
  }

  private static List<Receptor> currentReceptors(double excitatory, double inhibitory) {
    return List.of(
        new Receptor(
            "ex",
            "Excitatory current",
            Unit.PICOAMPERE,
            Input.SPIKES,
            "",
            +1,
            Effect.EXCITES,
            Quantity.of(excitatory, "pA")),
        new Receptor(
            "in",
            "Inhibitory current",
            Unit.PICOAMPERE,
            Input.SPIKES,
            "",
            -1,
            Effect.INHIBITS,
            Quantity.of(inhibitory, "pA")),
        CURRENT);
  }

  private static State voltage() {
    return new State(
        "V_m", "membrane potential", Unit.MILLIVOLT, new Expression.Symbol("E_L", Span.NONE));
  }

  private static State state(String id, String label, String unit) {
    return new State(
        id, label, Unit.of(unit), new Expression.Literal(Quantity.of(0, unit), Span.NONE));
  }

  private static Parameter tau(String id, String label, double milliseconds) {
    return positive(id, label, milliseconds, "ms", 0.1, 50, false);
  }

  private static Parameter positive(
      String id,
      String label,
      double value,
      String unit,
      double min,
      double max,
      boolean essential) {
    return new Parameter(id, label, Quantity.of(value, unit), min, max, Limit.POSITIVE, essential);
  }

  private static Parameter notNegative(
      String id,
      String label,
      double value,
      String unit,
      double min,
      double max,
      boolean essential) {
    return new Parameter(
        id, label, Quantity.of(value, unit), min, max, Limit.NOT_NEGATIVE, essential);
  }

  private static Parameter any(
      String id,
      String label,
      double value,
      String unit,
      double min,
      double max,
      boolean essential) {
    return new Parameter(id, label, Quantity.of(value, unit), min, max, Limit.ANY, essential);
  }

  private static List<Parameter> with(List<Parameter> first, Parameter... more) {
    List<Parameter> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }
}
