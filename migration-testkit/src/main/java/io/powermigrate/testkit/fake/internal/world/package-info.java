/** What the service remembers: tenants, who signs in, environments and what lives in them; and how a call finds it. */
@NullMarked
package io.powermigrate.testkit.fake.internal.world;

import org.jspecify.annotations.NullMarked;
