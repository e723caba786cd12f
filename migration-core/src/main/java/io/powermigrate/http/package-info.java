/** The transport: calls and replies, retries, tokens and pages; nothing of the HTTP client beneath it shows. */
@NullMarked
package io.powermigrate.http;

import org.jspecify.annotations.NullMarked;
