/** Solution packages going into and out of an organisation, as the service does it: import, export, staging, jobs, history. */
@NullMarked
package io.powermigrate.testkit.fake.internal.solutions;

import org.jspecify.annotations.NullMarked;
