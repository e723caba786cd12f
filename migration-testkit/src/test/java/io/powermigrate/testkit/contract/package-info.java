/** The contracts themselves, held against migrators of notes that break one promise each. */
@NullMarked
package io.powermigrate.testkit.contract;

import org.jspecify.annotations.NullMarked;
