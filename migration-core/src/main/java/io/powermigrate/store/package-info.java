/** The workspace: where documents, packages and definitions lie, by their digest. */
@NullMarked
package io.powermigrate.store;

import org.jspecify.annotations.NullMarked;
