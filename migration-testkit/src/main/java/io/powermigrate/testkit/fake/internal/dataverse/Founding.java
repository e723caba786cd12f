package io.powermigrate.testkit.fake.internal.dataverse;

import io.powermigrate.testkit.fake.internal.ids.Ids;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What an organisation is made with.
 *
 * @param name the domain name, the first label of its host
 * @param id the id of the organisation
 * @param displayName the name that people see
 * @param ids makes ids that are the same in each run
 * @param clock the clock of the fake
 */
public record Founding(String name, String id, String displayName, Ids ids, Supplier<Instant> clock) {}
