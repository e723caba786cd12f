package io.powermigrate.testkit.fake;

/** Where a blob lies: its container and its name in it, which may hold slashes. */
record BlobAddress(String container, String name) {}
