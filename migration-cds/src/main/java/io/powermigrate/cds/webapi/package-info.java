/** The Web API of Dataverse: queries, actions, functions, batches, streamed files, and what its errors mean. */
@NullMarked
package io.powermigrate.cds.webapi;

import org.jspecify.annotations.NullMarked;
