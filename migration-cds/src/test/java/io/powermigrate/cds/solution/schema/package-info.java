/** Tests of this room. */
@NullMarked
package io.powermigrate.cds.solution.schema;

import org.jspecify.annotations.NullMarked;
