/** Tests of addresses as values. */
@NullMarked
package io.powermigrate.internal.address;

import org.jspecify.annotations.NullMarked;
