/** Zips from outside, read and written in one way and within one kind of limits, whatever their size. Internal. */
@NullMarked
package io.powermigrate.internal.zip;

import org.jspecify.annotations.NullMarked;
