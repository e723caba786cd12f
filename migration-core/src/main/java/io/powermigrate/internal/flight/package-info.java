/** Work that many callers want at once and that is done once. */
@NullMarked
package io.powermigrate.internal.flight;

import org.jspecify.annotations.NullMarked;
