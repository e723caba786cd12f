/** Azure Storage: blobs, their containers and pre-signed addresses. */
@NullMarked
package io.powermigrate.testkit.fake.internal.blobs;

import org.jspecify.annotations.NullMarked;
