/** Rules and what they find: pure functions of inventories and mappings. */
@NullMarked
package io.powermigrate.rule;

import org.jspecify.annotations.NullMarked;
