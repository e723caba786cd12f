/** The rules of the house, each with a counter-example, and what they are checked with. */
@NullMarked
package io.powermigrate.house;

import org.jspecify.annotations.NullMarked;
