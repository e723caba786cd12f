/** Dataverse: tables, permission sets and roles, which travel together in a solution package. */
@NullMarked
package io.powermigrate.cds;

import org.jspecify.annotations.NullMarked;
