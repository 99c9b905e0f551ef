/// Documents: what is open, where it is kept, and how nothing is lost.
///
/// ```
/// Documents ── Workspace       the circuit at work
///     ├── ProjectFolder        where it is saved, with its lesson and data files
///     ├── Autosave             what a crash would lose, kept every few seconds
///     ├── RecentFiles, Samples what the welcome screen offers
///     └── Choosers             asks for files; replaced in tests
/// ```
///
/// All methods belong to the FX thread; the disk is read and written in the background.
@NullMarked
package org.neurarium.app.documents;

import org.jspecify.annotations.NullMarked;
