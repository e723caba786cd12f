/** Flows and their runs on the wire. */
@NullMarked
package io.powermigrate.testkit.fake.internal.flows;

import org.jspecify.annotations.NullMarked;
