/** What tests of this library and of its extensions stand on: a fake service, a clock, contracts. */
@NullMarked
package io.powermigrate.testkit;

import org.jspecify.annotations.NullMarked;
