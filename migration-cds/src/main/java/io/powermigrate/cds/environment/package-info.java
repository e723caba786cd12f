/** What holds for a whole Dataverse, and decides what an import does. */
@NullMarked
package io.powermigrate.cds.environment;

import org.jspecify.annotations.NullMarked;
