/** Tests of this room. */
@NullMarked
package io.powermigrate.cds.transfer;

import org.jspecify.annotations.NullMarked;
