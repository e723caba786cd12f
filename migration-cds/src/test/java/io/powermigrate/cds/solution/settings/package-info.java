/** Tests of this room. */
@NullMarked
package io.powermigrate.cds.solution.settings;

import org.jspecify.annotations.NullMarked;
