/** An environment as extensions and users hold it: opened, with a ceiling of what may be done to it. */
@NullMarked
package io.powermigrate.endpoint;

import org.jspecify.annotations.NullMarked;
