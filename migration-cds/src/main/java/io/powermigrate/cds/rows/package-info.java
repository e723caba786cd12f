/** The rows that readers list and the details that they fetch, asked for together; internal. */
@NullMarked
package io.powermigrate.cds.rows;

import org.jspecify.annotations.NullMarked;
