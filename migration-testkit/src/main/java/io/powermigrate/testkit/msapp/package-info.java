/** Builds canvas app documents ({@code .msapp}) from a specification: real in form, made without any real file. */
@NullMarked
package io.powermigrate.testkit.msapp;

import org.jspecify.annotations.NullMarked;
