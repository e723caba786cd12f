/** On-premises data gateways: read, matched, judged; installed by a person. */
@NullMarked
package io.powermigrate.powerapps.gateway;

import org.jspecify.annotations.NullMarked;
