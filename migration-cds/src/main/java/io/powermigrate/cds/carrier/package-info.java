/** Solutions, which carry tables, roles, permission sets and all else. */
@NullMarked
package io.powermigrate.cds.carrier;

import org.jspecify.annotations.NullMarked;
