/** Cloud flows of solutions: the flow travels, and is switched on in the destination. */
@NullMarked
package io.powermigrate.cds.flow;

import org.jspecify.annotations.NullMarked;
