/** Global choices of Dataverse, which columns of several tables share. */
@NullMarked
package io.powermigrate.cds.choice;

import org.jspecify.annotations.NullMarked;
