package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.formula.Printer;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// What a well-written model file becomes.
class ModelReaderTest {

  static final String ADEX =
      """
      neuron adex "Adaptive exponential integrate-and-fire"   # a comment
        summary    "A leaky neuron with an upstroke."
        reference  doi:10.1152/jn.00686.2005 "equations"
        parameter  C_m     = 281 pF     in 50 .. 1000  positive   "membrane capacitance"
        parameter  g_L     = 30 nS      in 1 .. 100    positive   "leak conductance"
        parameter  E_L     = -70.6 mV   in -90 .. -50             "leak reversal potential"
        parameter  V_T     = -50.4 mV   in -60 .. -40             "threshold of the upstroke"
        parameter  Delta_T = 2 mV       in 0.5 .. 5    positive   "sharpness of the upstroke"
        parameter  a       = 4 nS       in -20 .. 40              "adaptation to the potential"
        parameter  b       = 80.5 pA    in 0 .. 500               "adaptation by each spike"
        parameter  tau_w   = 144 ms     in 5 .. 500    positive   "adaptation time constant"
        parameter  V_r     = -70.6 mV   in -80 .. -40             "reset potential"
        parameter  V_peak  = 0 mV       in -30 .. 40   advanced   "where a spike is cut off"
        parameter  t_ref   = 0 ms       in 0 .. 20     not negative  "refractory period"
        parameter  tau_syn = 2 ms       in 0.1 .. 50   positive advanced  "synaptic time constant"

        state      v = E_L                                "membrane potential"
        state      w = 0 pA                               "adaptation current"
        state      I_syn = 0 pA                           "synaptic current"

        receptor   ex : pA  excites   typical 200 pA      "excitatory current"
        receptor   in : pA  inhibits  typical -200 pA     "inhibitory current"

        dv/dt     = (g_L*(E_L - v) + upstroke - w + I_syn + I_ext) / C_m   : mV
        dw/dt     = (a*(v - E_L) - w) / tau_w                              : pA
        dI_syn/dt = -I_syn / tau_syn                                       : pA
        upstroke  = g_L*Delta_T*exp((v - V_T)/Delta_T)                     : pA

        on ex  I_syn += weight
        on in  I_syn += weight

        spike when v >= V_peak within the step
        reset v = V_r ; w += b
        refractory t_ref

        preset "tonic spiking"  C_m = 200 pF, g_L = 10 nS,
                                b = 0 pA
      """;

  static Reading read(String text) {
    return ModelReader.read("test.model", text);
  }

  static <M> M model(Class<M> kind, String text) {
    Reading reading = read(text);
    assertEquals(List.of(), reading.problems());
    return kind.cast(reading.model().orElseThrow());
  }

  @Test
  void readsANeuronAsThePageSays() {
    NeuronModel model = model(NeuronModel.class, ADEX);
    assertEquals("adex", model.id());
    assertEquals("Adaptive exponential integrate-and-fire", model.title());
    assertEquals("10.1152/jn.00686.2005", model.references().getFirst().doi());
    assertEquals("equations", model.references().getFirst().note());
    assertEquals(12, model.parameters().size());
    assertEquals(Quantity.of(-70.6, "mV"), model.parameter("E_L").orElseThrow().standard());
    assertEquals(-90, model.parameter("E_L").orElseThrow().min());
    assertEquals(Limit.NOT_NEGATIVE, model.parameter("t_ref").orElseThrow().limit());
    assertEquals(false, model.parameter("tau_syn").orElseThrow().essential());
    assertEquals(
        List.of("v", "w", "I_syn"), model.states().stream().map(NeuronModel.State::id).toList());
    assertEquals("E_L", Printer.print(model.states().getFirst().start()));
    assertEquals(Unit.MILLIVOLT, model.states().getFirst().unit());
    assertEquals(Effect.INHIBITS, model.receptor("in").orElseThrow().effect());
    assertEquals(-1, model.receptor("in").orElseThrow().weightSign());
    assertEquals(1, model.receptor("ex").orElseThrow().weightSign());
    assertEquals(Input.CURRENT, model.receptor("current").orElseThrow().input());
    assertEquals(3, model.dynamics().equations().size());
    assertEquals("upstroke", model.dynamics().definitions().getFirst().name());
    assertEquals("v >= V_peak", Printer.print(model.dynamics().spike().orElseThrow()));
    assertTrue(model.dynamics().withinStep());
    assertEquals(
        List.of("v = V_r", "w += b"),
        model.dynamics().reset().stream().map(Printer::print).toList());
    assertEquals(List.of("v"), model.dynamics().held());
    assertEquals(
        "I_syn += weight",
        Printer.print(model.dynamics().arrivals().getOrDefault("in", List.of()).getFirst()));
    assertEquals(Quantity.of(0, "pA"), model.presets().getFirst().values().get("b"));
  }

  @Test
  void readsAPlasticSynapse() {
    SynapseModel model =
        model(
            SynapseModel.class,
            """
            synapse rewarded "Rewarded STDP"
              parameter tau_p = 20 ms positive
              parameter tau_c = 1 s positive
              parameter A = 0.01
              parameter gain = 1
              state c = 0 "eligibility"
              pre state x = 0
              post state y = 0
              dx/dt = -x/tau_p : 1
              dy/dt = -y/tau_p : 1
              dc/dt = -c/tau_c : 1
              dw/dt = gain*c*[DA]/uM/tau_c : 1
              on pre {
                x += 1 ; c -= A*y
                deliver w*(1 - uniform())   # unreliable
              }
              on post y += 1 ; c += A*x
            """);
    assertEquals(
        List.of(Scope.SYNAPSE, Scope.PRE, Scope.POST),
        model.states().stream().map(SynapseModel.State::scope).toList());
    assertEquals(3, model.onPre().size());
    assertTrue(model.onPre().getLast() instanceof Statement.Deliver);
    assertEquals("w", model.equations().getLast().state());
    assertTrue(model(SynapseModel.class, "synapse static \"Static\"\n").isStatic());
  }

  @Test
  void readsAChannelAndAModulator() {
    ChannelModel channel =
        model(
            ChannelModel.class,
            """
            channel na "Sodium"
              parameter g = 1.2 nS/um^2
              parameter E = 50 mV
              state m = 0.05
              dm/dt = (0.1/ms*exprel(-(v + 40 mV)/(10 mV)))*(1 - m) - 4/ms*exp(-(v + 65 mV)/(18 mV))*m : 1
              current g*m^3*(v - E) : pA/um^2
            """);
    assertEquals("pA/um^2", channel.currentUnit().symbol());
    ModulatorModel modulator =
        model(
            ModulatorModel.class,
            """
            modulator dopamine "Dopamine"
              parameter tau = 200 ms positive
              state [DA] = 0 uM "dopamine"
              d[DA]/dt = -[DA]/tau : uM
              on release [DA] += amount
            """);
    assertEquals("[DA]", modulator.states().getFirst().id());
  }

  @Test
  void readsAPublishedSchemeAndCoupling() {
    NeuronModel model =
        model(
            NeuronModel.class,
            """
            neuron izhikevich
              parameter a = 0.02/ms
              parameter d = 8 mV/ms
              parameter g_E = 1 mV/ms/pA
              state v = -65 mV
              state u = -13 mV/ms
              receptor gap : nS couples V typical 0.5 nS
              receptor ex : mV
              dv/dt = 0.04/(mV*ms)*v^2 + 5/ms*v + 140 mV/ms - u
                      + g_E*(I_ext + sum_gap - total_gap*v) : mV
              du/dt = a*(0.2/ms*v - u) : mV/ms
              as published {
                v += 0.5*dt*(0.04/mV/ms*v^2 + 5/ms*v + 140 mV/ms - u)
                v += 0.5*dt*(0.04/mV/ms*v^2 + 5/ms*v + 140 mV/ms - u)
                u += dt*a*(0.2/ms*v - u)
              }
              on ex v += weight
              spike when v >= 30 mV
              reset v = -65 mV ; u += d
            """
                .replace(" + 140 mV/ms - u\n          + g_E", " + 140 mV/ms - u + g_E"));
    assertEquals(3, model.dynamics().published().size());
    assertEquals("mV/ms", model.state("u").orElseThrow().unit().symbol());
    assertEquals("1/ms", model.parameter("a").orElseThrow().unit().symbol());
    assertEquals("V", model.receptor("gap").orElseThrow().couples());
    assertEquals(
        Scheme.EXPONENTIAL_EULER,
        model(NeuronModel.class, "neuron x\nstate v = 0\nintegrate exponential euler\n")
            .dynamics()
            .scheme()
            .orElseThrow());
  }
}
