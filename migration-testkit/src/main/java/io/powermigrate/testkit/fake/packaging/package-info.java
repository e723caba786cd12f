/** The packaging half of the fake: packages, export, import, leases, drafts, publishing and launch of canvas apps. */
@NullMarked
package io.powermigrate.testkit.fake.packaging;

import org.jspecify.annotations.NullMarked;
