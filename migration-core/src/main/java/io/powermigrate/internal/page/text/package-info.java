/** Pages as text for terminals and mails. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.text;

import org.jspecify.annotations.NullMarked;
