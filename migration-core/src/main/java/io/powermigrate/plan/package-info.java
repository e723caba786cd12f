/** From two inventories to a plan: matching, binding, assessing, deciding, ordering; pure. */
@NullMarked
package io.powermigrate.plan;

import org.jspecify.annotations.NullMarked;
