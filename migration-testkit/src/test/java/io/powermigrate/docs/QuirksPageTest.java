package io.powermigrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.testkit.fake.PackagingQuirk;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a naive client meets is proven by the tests of the fake, one for each fact; what ours does is proven by the main
 * job, which passes against the same fake.
 */
class QuirksPageTest {

    private static final Map<PackagingQuirk, String> OURS = new EnumMap<>(PackagingQuirk.class);

    static {
        OURS.put(
                PackagingQuirk.PAIR,
                "takes the pair of the app's own export, of an export in the destination, or of the caller");
        OURS.put(
                PackagingQuirk.PAIR_EXACT,
                "keeps key and folder of one export together; tries the next source when nothing was made");
        OURS.put(PackagingQuirk.ADDED_CONNECTION, "replaces the document in an exported package and nothing else");
        OURS.put(PackagingQuirk.DANGLING_KEY, "keeps the manifest as it was minted");
        OURS.put(PackagingQuirk.STAGED_LINK, "goes on with the link that the poll answered");
        OURS.put(PackagingQuirk.ROOT_MANIFEST, "writes manifest.json at the root, last");
        OURS.put(PackagingQuirk.FLOW_MANIFEST, "keeps every entry of an exported package");
        OURS.put(PackagingQuirk.CHOICE, "chooses for every User resource, and for custom connectors");
        OURS.put(
                PackagingQuirk.EXISTING_FLOW,
                "gives the id of the destination's flow; an app waits until there is one");
        OURS.put(PackagingQuirk.EXISTING_CONNECTION, "gives the bound connection; an app waits until there is one");
        OURS.put(PackagingQuirk.DRAFT_AFTER_UPDATE, "publishes after the import and reads back");
        OURS.put(PackagingQuirk.DIRECT_POST, "imports a package; never posts an app");
        OURS.put(PackagingQuirk.DIRECT_PATCH, "imports a package; patches references only, to repair them");
        OURS.put(
                PackagingQuirk.NO_REFERENCES,
                "reads the draft and puts the references that are missing, under a lease");
        OURS.put(PackagingQuirk.PATCH_PUBLISHED, "writes the draft, then publishes; patches only what publishing lost");
        OURS.put(PackagingQuirk.LEASE_ACTIVE, "waits for the lease until a deadline; never takes it by force");
        OURS.put(PackagingQuirk.LEASE_SAME_USER, "waits for the lease until a deadline; never takes it by force");
        OURS.put(PackagingQuirk.FOUR_PARTS, "writes client versions of four parts");
        OURS.put(PackagingQuirk.NAME, "blocks such names in the plan, before anything is written");
        OURS.put(PackagingQuirk.PUBLISH_VERSION, "publishes with 2017-05-01");
        OURS.put(PackagingQuirk.PUBLISH_HOLDS, "waits out the 409");
        OURS.put(PackagingQuirk.LAUNCH_TOKEN, "asks for that token; without one the app is reported as not proven");
        OURS.put(PackagingQuirk.SOLUTION, "asks at plan time whether the app can be exported, and says so in the plan");
        OURS.put(
                PackagingQuirk.NOT_OWNER, "asks at plan time whether the app can be exported, and says so in the plan");
        OURS.put(PackagingQuirk.FLOW_AUTHENTICATION, "points flows of a package at existing ones; imports none");
        OURS.put(PackagingQuirk.APP_TOKEN, "blocks in the plan when an application is signed in");
    }

    @Test
    void the_page_of_quirks_is_made_from_the_facts_that_the_fake_enforces() throws IOException {
        assertThat(OURS).containsOnlyKeys(PackagingQuirk.values());
        StringBuilder page = new StringBuilder("""
                # Quirks of importing an app

                Made by `QuirksPageTest`; do not edit. Each fact is enforced by the fake. That a naive client meets what stands in the second column is proven by a test
                of the fake with a client of its own; that ours passes, by the main job against the same fake.

                """);
        page.append(GeneratedPage.row("fact", "what a naive client meets", "what ours does", "source"));
        page.append("|---|---|---|---|\n");
        for (PackagingQuirk quirk : PackagingQuirk.values()) {
            page.append(GeneratedPage.row(quirk.fact(), quirk.met(), ours(quirk), quirk.source()));
        }
        GeneratedPage.is("quirks.md", page.toString());
    }

    private static String ours(PackagingQuirk quirk) {
        return OURS.getOrDefault(quirk, "");
    }
}
