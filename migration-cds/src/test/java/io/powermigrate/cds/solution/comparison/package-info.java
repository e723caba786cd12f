/** Tests of this room. */
@NullMarked
package io.powermigrate.cds.solution.comparison;

import org.jspecify.annotations.NullMarked;
