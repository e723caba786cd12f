/** Pages as one self-contained HTML file. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.html;

import org.jspecify.annotations.NullMarked;
