/** Tables of Dataverse with their columns, keys, relationships and own choices. */
@NullMarked
package io.powermigrate.cds.table;

import org.jspecify.annotations.NullMarked;
