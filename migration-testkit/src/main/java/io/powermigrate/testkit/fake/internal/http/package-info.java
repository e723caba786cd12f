/** The server: calls, answers and routes, how they come in and leave, and on purpose how they fail. It knows nothing of what the service remembers. */
@NullMarked
package io.powermigrate.testkit.fake.internal.http;

import org.jspecify.annotations.NullMarked;
