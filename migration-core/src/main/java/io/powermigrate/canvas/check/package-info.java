/** Whether a canvas app will work in a destination: what its document needs, where formulas use that, and what is not there. */
@NullMarked
package io.powermigrate.canvas.check;

import org.jspecify.annotations.NullMarked;
