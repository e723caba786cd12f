/** The clock, and waiting. */
@NullMarked
package io.powermigrate.time;

import org.jspecify.annotations.NullMarked;
