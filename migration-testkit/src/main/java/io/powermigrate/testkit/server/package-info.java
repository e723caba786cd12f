/** The fake Power Platform as a program: a filled world on ports of this machine, for clients in any language. */
@NullMarked
package io.powermigrate.testkit.server;

import org.jspecify.annotations.NullMarked;
