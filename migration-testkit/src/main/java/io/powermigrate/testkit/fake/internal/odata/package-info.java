/** The Web API of a Dataverse: rows, metadata, messages, batches and FetchXML (wire/dataverse.md, sections 1, 3, 4). */
@NullMarked
package io.powermigrate.testkit.fake.internal.odata;

import org.jspecify.annotations.NullMarked;
