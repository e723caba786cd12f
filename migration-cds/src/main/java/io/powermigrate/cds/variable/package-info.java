/** Environment variables: the definition travels in a solution, the value belongs to the destination. */
@NullMarked
package io.powermigrate.cds.variable;

import org.jspecify.annotations.NullMarked;
