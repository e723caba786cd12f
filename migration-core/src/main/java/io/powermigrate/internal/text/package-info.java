/** Text that came from outside, made fit to be shown: one rule for every page, message, log line and {@code toString}. */
@NullMarked
package io.powermigrate.internal.text;

import org.jspecify.annotations.NullMarked;
