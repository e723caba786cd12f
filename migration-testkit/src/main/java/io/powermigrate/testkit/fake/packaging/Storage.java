package io.powermigrate.testkit.fake.packaging;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The blobs of the fake, as this package needs them. The functions have to be thread-safe.
 *
 * @param put stores bytes under a file name and answers the pre-signed address
 * @param get the bytes behind an address, whatever its query
 * @param container makes a container that takes uploads and answers its pre-signed address
 */
public record Storage(
        BiFunction<String, byte[], String> put, Function<String, Optional<byte[]>> get, Supplier<String> container) {}
