/** Documents that were built from words, read and checked. */
@NullMarked
package io.powermigrate.canvas;

import org.jspecify.annotations.NullMarked;
