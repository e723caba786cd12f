/** What a run has overwritten, as the source of a migration that puts it back. */
@NullMarked
package io.powermigrate.internal.undo;

import org.jspecify.annotations.NullMarked;
