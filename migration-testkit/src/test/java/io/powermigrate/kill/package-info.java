/** Runs that are killed, and runs at the same time: nothing comes twice, nothing is lost. */
@NullMarked
package io.powermigrate.kill;

import org.jspecify.annotations.NullMarked;
