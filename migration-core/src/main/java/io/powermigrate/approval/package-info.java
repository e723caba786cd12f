/** Who approved a plan, and until when. */
@NullMarked
package io.powermigrate.approval;

import org.jspecify.annotations.NullMarked;
