/** The main job on a fake world: two tenants, a migration between them, and somebody who does what the list asks for. */
@NullMarked
package io.powermigrate.testkit.demo;

import org.jspecify.annotations.NullMarked;
