/** What a secret looks like: one answer for messages, documents, definitions and contents. Pure, in linear time. */
@NullMarked
package io.powermigrate.internal.secret;

import org.jspecify.annotations.NullMarked;
