package io.powermigrate.testkit.fake.internal.http;

/** What leaves the fake, and how. */
public record Reply(Answer answer, Disruption.Delivery delivery) {}
