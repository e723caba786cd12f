/** Writes a package again, with changes in single places. Internal: public only because rooms share it. */
@NullMarked
package io.powermigrate.cds.solution.writing;

import org.jspecify.annotations.NullMarked;
