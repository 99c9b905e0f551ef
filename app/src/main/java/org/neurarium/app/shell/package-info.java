/// The window around the canvas: top bar, palette of parts, side panel, dock, search and what lies over them.
///
/// ```
/// MainWindow
///   ├── TopBar      title and file menu · undo · Transport · engine status · search · theme
///   ├── PartsPane   cards to drag onto the canvas
///   ├── canvas
///   ├── SidePanel   Inspector · Lesson
///   ├── Dock        Live · Analysis
///   └── Overlays    dialogs, CommandPalette, ShortcutSheet, Welcome; Notices over everything
/// ```
///
/// Everything a person can do is an [Action][org.neurarium.app.shell.Action]: buttons, menus, keys and the search run the same ones, and tooltips, the
/// list of shortcuts and spoken descriptions come from them.
@NullMarked
package org.neurarium.app.shell;

import org.jspecify.annotations.NullMarked;
