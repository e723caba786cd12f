/** What a document needs of its environment, and which of its places break where that is missing. Plain values. */
@NullMarked
package io.powermigrate.canvas.requirements;

import org.jspecify.annotations.NullMarked;
