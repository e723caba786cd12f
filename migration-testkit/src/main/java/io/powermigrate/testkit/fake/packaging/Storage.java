package io.powermigrate.testkit.fake.packaging;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The blobs of the fake, as this package needs them. Addresses begin with {@value #SCHEME}; the server puts its own host in
 * that place when it sends an answer, and takes an address with any host. The functions have to be thread-safe.
 *
 * @param put stores a file for an environment and answers its address
 * @param get the bytes behind an address, whatever its query
 * @param container makes a container of an environment that takes uploads, and answers its address
 */
public record Storage(
        BiFunction<String, File, String> put, Function<String, Optional<byte[]>> get, UnaryOperator<String> container) {
    /** Stands for scheme and host of the blob service in whatever this package stores and answers. */
    public static final String SCHEME = "blob:";

    /** Bytes with a file name. Immutable as long as nobody writes into the bytes. */
    public record File(String name, byte[] bytes) {}

    /** The address without host mark and signature: what is compared. */
    static String plain(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        return path.startsWith(SCHEME) ? path.substring(SCHEME.length()) : path;
    }
}
