/** A hostile network, in this process, for tests of the library and of programs that use it. */
@NullMarked
package io.powermigrate.testkit.hostile;

import org.jspecify.annotations.NullMarked;
