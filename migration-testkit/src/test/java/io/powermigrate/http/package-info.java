/** The transport against a scripted server. */
@NullMarked
package io.powermigrate.http;

import org.jspecify.annotations.NullMarked;
