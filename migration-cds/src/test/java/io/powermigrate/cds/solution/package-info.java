/** Tests of solution packages. */
@NullMarked
package io.powermigrate.cds.solution;

import org.jspecify.annotations.NullMarked;
