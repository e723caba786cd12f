/** Cloud flows: read, matched, judged, their definitions kept; re-created by a person. */
@NullMarked
package io.powermigrate.powerapps.flow;

import org.jspecify.annotations.NullMarked;
