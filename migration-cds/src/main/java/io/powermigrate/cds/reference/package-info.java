/** Connection references: the definition travels in a solution, the connection belongs to the destination. */
@NullMarked
package io.powermigrate.cds.reference;

import org.jspecify.annotations.NullMarked;
