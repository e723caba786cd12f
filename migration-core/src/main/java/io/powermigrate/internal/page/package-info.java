/** Writes pages to files, in the form that the ending names. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page;

import org.jspecify.annotations.NullMarked;
