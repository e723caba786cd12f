/** What the engine knows: resources, their keys, references and slots, inventories and mappings; values without I/O. */
@NullMarked
package io.powermigrate.model;

import org.jspecify.annotations.NullMarked;
