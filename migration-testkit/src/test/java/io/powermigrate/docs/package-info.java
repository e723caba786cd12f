/** The pages under {@code docs} that are made from what tests know. */
@NullMarked
package io.powermigrate.docs;

import org.jspecify.annotations.NullMarked;
