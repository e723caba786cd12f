/** Makes facts of the files of a package. Internal: public only because rooms share it. */
@NullMarked
package io.powermigrate.cds.solution.reading;

import org.jspecify.annotations.NullMarked;
