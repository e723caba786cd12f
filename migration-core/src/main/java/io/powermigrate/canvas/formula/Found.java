package io.powermigrate.canvas.formula;

import org.jspecify.annotations.Nullable;

/**
 * An identifier, and what it is.
 *
 * @param token the identifier
 * @param place where it stands
 * @param role what it is
 * @param declares what it makes known, or null
 * @param member the name behind the dot that follows, or null
 */
record Found(
        Token token,
        Place place,
        Role role,
        @Nullable SymbolKind declares,
        @Nullable String member) {}
