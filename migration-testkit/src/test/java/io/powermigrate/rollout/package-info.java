/** Rollouts from one environment to many customers, over HTTP. */
@NullMarked
package io.powermigrate.rollout;

import org.jspecify.annotations.NullMarked;
