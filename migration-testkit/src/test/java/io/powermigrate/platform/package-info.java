/** Opening environments against a scripted server. */
@NullMarked
package io.powermigrate.platform;

import org.jspecify.annotations.NullMarked;
