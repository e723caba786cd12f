/** Columns, choices and relationships: between a package's XML and what the Web API tells of them. */
@NullMarked
package io.powermigrate.testkit.fake.internal.solutions.schema;

import org.jspecify.annotations.NullMarked;
