/** Packages on the wire: exports and imports. */
@NullMarked
package io.powermigrate.testkit.fake.internal.transfer;

import org.jspecify.annotations.NullMarked;
