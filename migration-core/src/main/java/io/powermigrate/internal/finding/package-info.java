/** What the engine itself finds. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.finding;

import org.jspecify.annotations.NullMarked;
