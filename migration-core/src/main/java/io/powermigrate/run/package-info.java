/** Reading two environments, and executing a plan wave by wave. */
@NullMarked
package io.powermigrate.run;

import org.jspecify.annotations.NullMarked;
