/** Ids and moments as the service spells them, the same in each run. */
@NullMarked
package io.powermigrate.testkit.fake.internal.ids;

import org.jspecify.annotations.NullMarked;
