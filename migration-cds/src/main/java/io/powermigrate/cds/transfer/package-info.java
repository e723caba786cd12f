/** Packages on their way: export, staging, import and publishing, each followed to its end; internal. */
@NullMarked
package io.powermigrate.cds.transfer;

import org.jspecify.annotations.NullMarked;
