/** Environments on the wire, and what one of them offers to a package or an app. */
@NullMarked
package io.powermigrate.testkit.fake.internal.environments;

import org.jspecify.annotations.NullMarked;
