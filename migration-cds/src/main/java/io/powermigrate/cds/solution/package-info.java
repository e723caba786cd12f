/** A Dataverse solution package: read, compared and written again. Pure: bytes in, values out; the door is {@code SolutionPackage}. */
@NullMarked
package io.powermigrate.cds.solution;

import org.jspecify.annotations.NullMarked;
