/** Power Apps as a plugin: its resource types, their rules, and the lines of a mapping in its own words. */
@NullMarked
package io.powermigrate.powerapps;

import org.jspecify.annotations.NullMarked;
