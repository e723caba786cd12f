/** Works through the customers of a rollout: several at once, ring by ring, each by itself. */
@NullMarked
package io.powermigrate.internal.rollout;

import org.jspecify.annotations.NullMarked;
