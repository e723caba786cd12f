/** Connections: read, matched, judged; made by a person who consents. */
@NullMarked
package io.powermigrate.powerapps.connection;

import org.jspecify.annotations.NullMarked;
