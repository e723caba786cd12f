package io.powermigrate.testkit.fake.packaging;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One version of an app, draft or published. Immutable by agreement: whoever changes it copies first.
 *
 * @param tags the tags
 * @param properties the definition's properties without links, owner and times
 * @param appType {@code ClassicCanvasApp} or another
 * @param document the document's bytes
 */
record AppVersion(ObjectNode tags, ObjectNode properties, String appType, byte[] document) {}
