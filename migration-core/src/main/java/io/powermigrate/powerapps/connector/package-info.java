/** Custom connectors, which the article of 2016 calls Custom APIs: read, matched, judged; re-created by a person. */
@NullMarked
package io.powermigrate.powerapps.connector;

import org.jspecify.annotations.NullMarked;
