/** Permission sets: column security profiles of Dataverse, with what they allow on each secured column. */
@NullMarked
package io.powermigrate.cds.permission;

import org.jspecify.annotations.NullMarked;
