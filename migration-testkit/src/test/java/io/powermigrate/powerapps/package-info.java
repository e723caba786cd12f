/** Reading and judging flows, connections, custom connectors and gateways of the fake. */
@NullMarked
package io.powermigrate.powerapps;

import org.jspecify.annotations.NullMarked;
