/** What the service remembers of one Dataverse: tables, choices, rows, links, roles and settings. */
@NullMarked
package io.powermigrate.testkit.fake.internal.dataverse;

import org.jspecify.annotations.NullMarked;
