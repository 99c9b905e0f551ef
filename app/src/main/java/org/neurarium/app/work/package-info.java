/// The document at work: the present circuit with its history and selection, and the engine session that runs it.
///
/// ```
/// views ──apply(Edit)──> Workspace ──update(Circuit)──> LiveSession
///   ^                        │                               │
///   └──── circuit property ──┘      status, observation <────┘   polled once a frame
/// ```
///
/// Everything here belongs to the FX thread. Views listen to the workspace and call it; they never hold a circuit of their own and never talk
/// to the engine behind its back.
@NullMarked
package org.neurarium.app.work;

import org.jspecify.annotations.NullMarked;
