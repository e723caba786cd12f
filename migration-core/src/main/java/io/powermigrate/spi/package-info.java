/** What an extension implements, and what it is handed: readers, migrators, endpoints, the workspace, the journal. */
@NullMarked
package io.powermigrate.spi;

import org.jspecify.annotations.NullMarked;
