/** Reading two environments, and executing a plan wave by wave. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.run;

import org.jspecify.annotations.NullMarked;
