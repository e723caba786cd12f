/** How the bytes of a package come in: its files, the limits, and XML read within them. Internal: public only because rooms share it. */
@NullMarked
package io.powermigrate.cds.solution.input;

import org.jspecify.annotations.NullMarked;
