/** Tests of packages on their way, over the wire. */
@NullMarked
package io.powermigrate.cds.transfer;

import org.jspecify.annotations.NullMarked;
