/** How the engine's values become JSON and come back; the only place besides {@code Document} that sees Jackson. */
@NullMarked
package io.powermigrate.internal.json;

import org.jspecify.annotations.NullMarked;
