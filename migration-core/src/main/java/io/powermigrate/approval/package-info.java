/** Who asked for a plan to be executed, who approved it, until when, and what the caller wants of that. */
@NullMarked
package io.powermigrate.approval;

import org.jspecify.annotations.NullMarked;
