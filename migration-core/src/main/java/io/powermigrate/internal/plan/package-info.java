/** Making plans: matching, judging, deciding, in waves. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.plan;

import org.jspecify.annotations.NullMarked;
