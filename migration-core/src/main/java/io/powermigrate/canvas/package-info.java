/** The canvas document (.msapp): opened from bytes, read into facts, compared by its normal form; pure values, no network. */
@NullMarked
package io.powermigrate.canvas;

import org.jspecify.annotations.NullMarked;
