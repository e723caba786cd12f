/** Apps on the wire: reading, sharing, drafts, publishing, launching. */
@NullMarked
package io.powermigrate.testkit.fake.internal.apps;

import org.jspecify.annotations.NullMarked;
