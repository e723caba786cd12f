/** What differs between two schemas, and what an import into an environment would really do. Pure values. */
@NullMarked
package io.powermigrate.cds.solution.comparison;

import org.jspecify.annotations.NullMarked;
