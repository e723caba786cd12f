/** Names and messages that try to deceive who reads them, at every door that text leaves by. */
@NullMarked
package io.powermigrate.forgery;

import org.jspecify.annotations.NullMarked;
