/** One digest for a document and its copy that the service wrote again. Internal. */
@NullMarked
package io.powermigrate.canvas.normalform;

import org.jspecify.annotations.NullMarked;
