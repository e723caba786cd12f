/** A Power Platform that runs inside the test, over real HTTP on this machine only: the service, handles of what is in it, and faults. */
@NullMarked
package io.powermigrate.testkit.fake;

import org.jspecify.annotations.NullMarked;
