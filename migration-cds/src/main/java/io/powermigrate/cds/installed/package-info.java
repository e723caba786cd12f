/** What a destination holds of a solution that a package is about to replace: who needs it, and what hides it; internal. */
@NullMarked
package io.powermigrate.cds.installed;

import org.jspecify.annotations.NullMarked;
