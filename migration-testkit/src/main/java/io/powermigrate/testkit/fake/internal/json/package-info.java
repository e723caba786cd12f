/** JSON trees in the words of the fake. */
@NullMarked
package io.powermigrate.testkit.fake.internal.json;

import org.jspecify.annotations.NullMarked;
