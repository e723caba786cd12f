/** What came of a plan, for people and for programs; and what happens while it is executed. */
@NullMarked
package io.powermigrate.report;

import org.jspecify.annotations.NullMarked;
