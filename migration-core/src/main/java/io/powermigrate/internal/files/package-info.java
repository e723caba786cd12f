/** How files are written: readable by their owner only, whole or not at all; and temporary folders, which end. */
@NullMarked
package io.powermigrate.internal.files;

import org.jspecify.annotations.NullMarked;
