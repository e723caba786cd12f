/** A solution package taken apart: its zip, its documents, its parts. Pure. */
@NullMarked
package io.powermigrate.testkit.fake.internal.solutions.model;

import org.jspecify.annotations.NullMarked;
