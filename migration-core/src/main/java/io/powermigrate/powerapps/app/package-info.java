/** Canvas apps: how they are read, carried from one environment to another, and judged. */
@NullMarked
package io.powermigrate.powerapps.app;

import org.jspecify.annotations.NullMarked;
