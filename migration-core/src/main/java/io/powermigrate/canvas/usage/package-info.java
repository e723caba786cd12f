/** What the formulas of a document use, with each place. */
@NullMarked
package io.powermigrate.canvas.usage;

import org.jspecify.annotations.NullMarked;
