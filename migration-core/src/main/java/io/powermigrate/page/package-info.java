/** What people read of a plan, a report, a rollout or a comparison, without a format; plans and reports write it in many. */
@NullMarked
package io.powermigrate.page;

import org.jspecify.annotations.NullMarked;
