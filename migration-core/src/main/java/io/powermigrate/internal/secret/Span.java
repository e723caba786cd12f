package io.powermigrate.internal.secret;

/**
 * Where a secret stands.
 *
 * @param from its first character
 * @param to behind its last character
 */
record Span(int from, int to) {}
