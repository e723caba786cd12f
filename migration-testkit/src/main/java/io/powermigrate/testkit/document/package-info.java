/** Canvas app documents ({@code .msapp}) told in words: real in form, made without any real file. */
@NullMarked
package io.powermigrate.testkit.document;

import org.jspecify.annotations.NullMarked;
