/** What tests read and choose of the wire: facts and their variants, requests that came, refusals of Entra ID, runs, references. */
@NullMarked
package io.powermigrate.testkit.fake.wire;

import org.jspecify.annotations.NullMarked;
