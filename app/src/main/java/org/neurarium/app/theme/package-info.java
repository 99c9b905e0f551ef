/// Colours and sizes in one place. Style sheets name them as looked-up colours (`-nr-accent`); code that paints asks [Palette][org.neurarium.app.theme.Palette].
@NullMarked
package org.neurarium.app.theme;

import org.jspecify.annotations.NullMarked;
