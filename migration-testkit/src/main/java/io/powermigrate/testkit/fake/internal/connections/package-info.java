/** Connections, connectors and gateways on the wire. */
@NullMarked
package io.powermigrate.testkit.fake.internal.connections;

import org.jspecify.annotations.NullMarked;
