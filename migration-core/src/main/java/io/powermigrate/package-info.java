/** The front door: {@link io.powermigrate.Migration}. */
@NullMarked
package io.powermigrate;

import org.jspecify.annotations.NullMarked;
