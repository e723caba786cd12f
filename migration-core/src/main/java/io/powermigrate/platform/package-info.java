/** The Power Platform as a place: its clouds, its environments, and the way into one of them. */
@NullMarked
package io.powermigrate.platform;

import org.jspecify.annotations.NullMarked;
