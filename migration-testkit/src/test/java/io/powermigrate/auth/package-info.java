/** Tests of the ways to sign in, against the fake. */
@NullMarked
package io.powermigrate.auth;

import org.jspecify.annotations.NullMarked;
