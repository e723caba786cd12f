/** What a document says: its data sources, connection references, controls and the hosts of its source. Plain values. */
@NullMarked
package io.powermigrate.canvas.facts;

import org.jspecify.annotations.NullMarked;
