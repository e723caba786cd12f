/** What the rule sets say about the resources of Dataverse. */
@NullMarked
package io.powermigrate.cds.rules;

import org.jspecify.annotations.NullMarked;
