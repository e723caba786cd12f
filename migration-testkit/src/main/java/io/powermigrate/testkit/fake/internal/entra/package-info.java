/** The sign-in: tokens, grants, browsers, devices, identities of machines. */
@NullMarked
package io.powermigrate.testkit.fake.internal.entra;

import org.jspecify.annotations.NullMarked;
