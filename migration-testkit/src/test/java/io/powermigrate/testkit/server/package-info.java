/** The fake as a program. */
@NullMarked
package io.powermigrate.testkit.server;

import org.jspecify.annotations.NullMarked;
