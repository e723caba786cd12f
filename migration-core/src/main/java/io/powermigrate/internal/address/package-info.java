/** Addresses of sites and services as values: two spellings of one address are equal. */
@NullMarked
package io.powermigrate.internal.address;

import org.jspecify.annotations.NullMarked;
