/** Events of the Flight Recorder. Public by need of the language; no user's room. */
@NullMarked
package io.powermigrate.internal.recorder;

import org.jspecify.annotations.NullMarked;
