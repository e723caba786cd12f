/** What is otherwise in an environment than it was. */
@NullMarked
package io.powermigrate.drift;

import org.jspecify.annotations.NullMarked;
