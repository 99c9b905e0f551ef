/// The canvas: a circuit as people draw it.
///
/// ```
/// Workspace.circuit ──diff──> CircuitLayer ──> NodeView, LinkView      what stands there
///        ^                         ^
///        │ Edit                    │ hit tests in canvas pixels
///        └──── CanvasView ── Gesture (pan, rubber band, move, connect)  what the mouse does
///                  │
///                  ├── Viewport     canvas pixels <-> view pixels
///                  ├── Backdrop, Minimap, ActivityOverlay               painted in view pixels
///                  └── CanvasAction                                     what menus and keys do
/// ```
///
/// Three coordinate systems meet here. *Canvas pixels* are those of the document ([Point][org.neurarium.circuits.Point]); *view pixels* are those of the
/// [CanvasView][org.neurarium.app.canvas.CanvasView] after panning and zooming; *symbol pixels* are canvas pixels counted from a node's centre. Everything that is
/// only arithmetic (outlines, curves, snapping, arranging, choosing a label's side) knows nothing of scenes and is tested without one.
///
/// Views show the document and never change it: a gesture shows its effect on the views while it lasts and
/// becomes one edit when it ends, so each gesture is one step of undo and a drag costs no more than what moves.
@NullMarked
package org.neurarium.app.canvas;

import org.jspecify.annotations.NullMarked;
