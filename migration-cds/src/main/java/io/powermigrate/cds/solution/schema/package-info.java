/** What Dataverse knows of tables, choices, roles and column security, whether a package says it or a service. Plain values. */
@NullMarked
package io.powermigrate.cds.solution.schema;

import org.jspecify.annotations.NullMarked;
