/** What the fake knows of a canvas app's document: enough to fill a world with real files and to rewrite one as the service does. */
@NullMarked
package io.powermigrate.testkit.fake.internal.document;

import org.jspecify.annotations.NullMarked;
