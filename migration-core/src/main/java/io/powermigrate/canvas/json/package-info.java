/** JSON of documents, token by token: read, or changed where it stands. Internal. */
@NullMarked
package io.powermigrate.canvas.json;

import org.jspecify.annotations.NullMarked;
