/** The client of Dataverse against the fake. */
@NullMarked
package io.powermigrate.cds.webapi;

import org.jspecify.annotations.NullMarked;
