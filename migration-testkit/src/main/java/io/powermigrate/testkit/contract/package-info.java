/** What every reader, migrator and packager promises, as tests to inherit. */
@NullMarked
package io.powermigrate.testkit.contract;

import org.jspecify.annotations.NullMarked;
