/** Pages as CSV for spreadsheets. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.csv;

import org.jspecify.annotations.NullMarked;
