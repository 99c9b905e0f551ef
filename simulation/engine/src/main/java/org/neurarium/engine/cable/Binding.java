package org.neurarium.engine.cable;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.ChannelPrograms;
import org.neurarium.engine.compile.KernelLayout;

/// Knows which of a population's columns a channel works on in which segment.
final class Binding {

  private final CableKernel kernel;
  private final CableKernel.Channel channel;
  private final List<KernelLayout.Column> columns;

  Binding(CableKernel kernel, CableKernel.Channel channel) {
    this.kernel = kernel;
    this.channel = channel;
    columns = channel.programs().layout().columns();
  }

  /// Puts states, the potential and concentrations in their places.
  ///
  /// @param neurons the population's columns
  /// @param own the channel's
  void bindStates(int segment, double[][] neurons, double[][] own) {
    Cell.Segment at = kernel.cell().segments().get(segment);
    for (int c = 0; c < own.length; c++)
      switch (columns.get(c)) {
        case KernelLayout.State s -> {
          NeuronModel.State state = channel.programs().model().states().get(s.index());
          own[c] = neurons[state(at, channel.programs().model(), state.id())];
        }
        case KernelLayout.Membrane m -> {
          if (m.symbol().equals(ChannelPrograms.POTENTIAL))
            own[c] = neurons[kernel.column(at.potential())];
          else if (m.symbol().startsWith("[")) own[c] = neurons[state(at, pool(), m.symbol())];
        }
        default -> {}
      }
  }

  private int state(Cell.Segment at, ChannelModel model, String state) {
    return kernel.column(Cell.state(at, model, state));
  }

  private ChannelModel pool() {
    int pool = channel.mechanism().pool().orElseThrow();
    return kernel.cell().mechanisms().get(pool).channel();
  }

  /// The column of a name of [ChannelPrograms], or -1.
  int membrane(String symbol) {
    return columns.indexOf(new KernelLayout.Membrane(symbol));
  }

  /// Puts an array where a name of [ChannelPrograms] is read or written, if it is.
  void bind(String symbol, double[] values, double[][] own) {
    int column = membrane(symbol);
    if (column >= 0) own[column] = values;
  }

  /// Column of the population in which a receptor's arrivals lie.
  int arrivals(NeuronModel.Receptor receptor) {
    return kernel.arrivals(requireNonNull(channel.mechanism().receptors().get(receptor.id())));
  }
}
