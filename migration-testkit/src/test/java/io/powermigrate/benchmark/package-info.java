/** How fast documents are read and rebound, plans made and requests overlapped, measured against the least that has to be done. */
@NullMarked
package io.powermigrate.benchmark;

import org.jspecify.annotations.NullMarked;
