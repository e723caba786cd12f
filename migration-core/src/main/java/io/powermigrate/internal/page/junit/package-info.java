/** Pages as JUnit XML for pipelines. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.page.junit;

import org.jspecify.annotations.NullMarked;
