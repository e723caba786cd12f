/** Pages as Markdown for tickets and wikis. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.markdown;

import org.jspecify.annotations.NullMarked;
