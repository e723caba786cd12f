/** Pages as SARIF for viewers of findings. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.sarif;

import org.jspecify.annotations.NullMarked;
