/** What the types of Power Apps share: names, places, sources of rules, and what must not be kept. */
@NullMarked
package io.powermigrate.powerapps.shape;

import org.jspecify.annotations.NullMarked;
