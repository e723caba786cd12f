package io.powermigrate.testkit.fake.internal.blobs;

/** Where a blob lies: its container and its name in it, which may hold slashes. */
public record BlobAddress(String container, String name) {}
