/** Canvas apps over the wire, against the fake. */
@NullMarked
package io.powermigrate.powerapps.app;

import org.jspecify.annotations.NullMarked;
