/** Package files as the service reads them, and what it remembers of them: pairs, jobs, what was staged. */
@NullMarked
package io.powermigrate.testkit.fake.internal.packages;

import org.jspecify.annotations.NullMarked;
