/** A Power Platform that runs inside the test: tenants, environments and their wire, over real HTTP on this machine only. */
@NullMarked
package io.powermigrate.testkit.fake;

import org.jspecify.annotations.NullMarked;
