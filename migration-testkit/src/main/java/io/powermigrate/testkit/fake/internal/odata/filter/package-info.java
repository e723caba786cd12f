/** Conditions of the Web API: what a {@code $filter} says, and how values are compared (wire/dataverse.md, section 1.6). */
@NullMarked
package io.powermigrate.testkit.fake.internal.odata.filter;

import org.jspecify.annotations.NullMarked;
