package io.powermigrate.testkit.fake.internal.document;

/**
 * A flow that a document runs.
 *
 * @param name the flow's GUID, lower case
 * @param displayName the data source's name in the document, or {@code Flow } and the first eight digits
 * @param referenced whether a connection reference stands for it; real documents without one exist
 */
public record FlowUse(String name, String displayName, boolean referenced) {}
