package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import java.util.List;

/**
 * A component that needs another one.
 *
 * @param requiredKind name of the type of what it needs
 * @param owners the parts that it goes with: itself, and what it is part of
 */
record Dependent(
        String requiredKind,
        String requiredName,
        String requiredId,
        String kind,
        String name,
        String id,
        List<Part.Id> owners) {}
