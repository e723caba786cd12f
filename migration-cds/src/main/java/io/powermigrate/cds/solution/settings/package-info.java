/** The deployment settings file, which other tools read and write too. Plain values. */
@NullMarked
package io.powermigrate.cds.solution.settings;

import org.jspecify.annotations.NullMarked;
