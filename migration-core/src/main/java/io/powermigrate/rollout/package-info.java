/** One source and many customers: who they are, what each of them gets, when to stop, and what came of it. */
@NullMarked
package io.powermigrate.rollout;

import org.jspecify.annotations.NullMarked;
