/** Pages as JSON for programs. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.json;

import org.jspecify.annotations.NullMarked;
