/** What a solution package says: its manifest, what it holds, what it needs. Plain values. */
@NullMarked
package io.powermigrate.cds.solution.facts;

import org.jspecify.annotations.NullMarked;
