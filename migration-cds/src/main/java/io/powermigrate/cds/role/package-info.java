/** Security roles of Dataverse, with their privileges and depths. */
@NullMarked
package io.powermigrate.cds.role;

import org.jspecify.annotations.NullMarked;
