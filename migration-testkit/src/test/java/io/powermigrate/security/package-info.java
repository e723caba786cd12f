/** What docs/security.md promises, held across all modules. */
@NullMarked
package io.powermigrate.security;

import org.jspecify.annotations.NullMarked;
