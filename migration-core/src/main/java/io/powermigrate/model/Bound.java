package io.powermigrate.model;

/**
 * A value that a slot got, and where it comes from.
 *
 * @param value what stands in the destination
 * @param layer the mapping layer or the way in which it was found, in words
 */
public record Bound(String value, String layer) {}
