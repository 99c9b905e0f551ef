package org.neurarium.app.shell;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neurarium.app.FxBridge;
import org.neurarium.app.documents.Choosers;
import org.neurarium.app.documents.Sample;
import org.neurarium.app.documents.Settings;
import org.neurarium.app.theme.Themes;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.RecentFiles;
import org.neurarium.circuits.file.RecoveryStore;
import org.neurarium.visualization.live.PlotStage;

/// What a window is built on. All of it is owned and closed by whoever makes it.
///
/// @param workspace the document at work
/// @param fx background work
/// @param themes dress the window
/// @param plots paint the live plots
/// @param settings what the window remembers
/// @param recent files opened last
/// @param recoveries unsaved work
/// @param choosers ask for files
/// @param openLink opens a web page
/// @param samples finds the sample projects; called in the background
/// @param validate finds a circuit's problems; called in the background
public record Services(
    Workspace workspace,
    FxBridge fx,
    Themes themes,
    PlotStage plots,
    Settings settings,
    RecentFiles recent,
    RecoveryStore recoveries,
    Choosers choosers,
    Consumer<String> openLink,
    Supplier<List<Sample>> samples,
    BiFunction<Circuit, DataFiles, List<Problem>> validate) {}
