/// A circuit laid out for running: arrays, rings and packed rows, split into one share for each worker.
///
/// ```
/// Network
///   ├── RunningPopulation ── Block, Slice per worker, DelayRing per receptor, CurrentDrive, BackgroundDrive
///   ├── RunningPoisson, RunningSpikeList            spiking stimuli
///   ├── RunningProjection ── PackedRows per worker  source → (target, weight, delay) …, only targets the worker owns
///   ├── Deliveries per worker ── SortedRows, Inbox   rows that projections from one source share: delivered when they arrive
///   ├── PlasticProjection ── PlasticRows per worker  synapses that change: columns, lines by source and delay, a calendar of arrivals
///   ├── Coupling ── History                        continuous inputs: weights times a source's state one delay ago
///   └── Concentrations per worker                   of neuromodulators
/// ```
///
/// A [Share][org.neurarium.engine.network.Share] is what one worker does of one population or stimulus in one step: it appends the spikes to the worker's
/// [SpikeBuffer][org.neurarium.engine.network.SpikeBuffer]. Every array has exactly one writer inside an epoch; settings change only between steps.
@NullMarked
package org.neurarium.engine.network;

import org.jspecify.annotations.NullMarked;
