/** Members of permission sets: who has them does not travel, and is added in the destination where the caller asks for it. */
@NullMarked
package io.powermigrate.cds.member;

import org.jspecify.annotations.NullMarked;
