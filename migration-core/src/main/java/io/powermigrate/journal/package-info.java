/** What was intended, started and done, kept so that no later run does it twice. */
@NullMarked
package io.powermigrate.journal;

import org.jspecify.annotations.NullMarked;
