/** Publishers of solutions, which give components their prefix. */
@NullMarked
package io.powermigrate.cds.publisher;

import org.jspecify.annotations.NullMarked;
