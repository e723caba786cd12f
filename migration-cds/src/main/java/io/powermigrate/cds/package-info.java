/** Dataverse as a plugin: tables, choices, roles and permission sets travel in solutions. */
@NullMarked
package io.powermigrate.cds;

import org.jspecify.annotations.NullMarked;
