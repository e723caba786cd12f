/** Builds solution packages of Dataverse from a specification: real in form, made without any real file. */
@NullMarked
package io.powermigrate.testkit.solution;

import org.jspecify.annotations.NullMarked;
