/** The way of one request: all routes, who may pass, the log. */
@NullMarked
package io.powermigrate.testkit.fake.internal.dispatch;

import org.jspecify.annotations.NullMarked;
