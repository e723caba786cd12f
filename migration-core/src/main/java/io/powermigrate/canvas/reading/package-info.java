/** What every reading of one document shares: its name and limits for refusals, what was taken out of it, and how it is opened once more. Internal. */
@NullMarked
package io.powermigrate.canvas.reading;

import org.jspecify.annotations.NullMarked;
