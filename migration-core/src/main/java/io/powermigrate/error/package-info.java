/** The errors of the library: one root, and messages that end with the fix. */
@NullMarked
package io.powermigrate.error;

import org.jspecify.annotations.NullMarked;
