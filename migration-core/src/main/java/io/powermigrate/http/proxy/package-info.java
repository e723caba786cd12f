/** Proxies: which one a call goes through, and how to sign in to it. */
@NullMarked
package io.powermigrate.http.proxy;

import org.jspecify.annotations.NullMarked;
