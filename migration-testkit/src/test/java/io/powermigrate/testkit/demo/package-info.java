/** The main job over real documents. */
@NullMarked
package io.powermigrate.testkit.demo;

import org.jspecify.annotations.NullMarked;
