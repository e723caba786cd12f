/** Power Fx formulas as documents hold them: tokens, the names they mean, and renames; pure values, knows nothing of documents. */
@NullMarked
package io.powermigrate.canvas.formula;

import org.jspecify.annotations.NullMarked;
