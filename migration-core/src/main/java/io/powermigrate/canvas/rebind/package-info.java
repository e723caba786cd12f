/** A document becomes one of another environment: what names its source is replaced, taken out or told. */
@NullMarked
package io.powermigrate.canvas.rebind;

import org.jspecify.annotations.NullMarked;
