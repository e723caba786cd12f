package example.files;

import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.ResourceReader;
import java.util.List;

/** Text files, and a rule set with a name of its own. */
public final class FilesPlugin implements MigrationPlugin {

    /** The rule set that judges text files. */
    public static final String RULES = "text-files-2026";

    private static final Rule<TextFile> TRAVELS = Rule.withId("FILE-001")
            .forEach(TextFile.TYPE)
            .always()
            .migrates()
            .because("files travel")
            .remedy("Nothing");

    private static final Rule<TextFile> DRAFT = Rule.withId("FILE-002")
            .forEach(TextFile.TYPE)
            .when("is named as a draft", (file, context) -> file.displayName().startsWith("draft"))
            .blocks()
            .because("drafts stay where they are made")
            .remedy("Rename the file when it is finished, then plan again");

    @Override
    public String name() {
        return "text files";
    }

    @Override
    public List<ResourceReader<?>> readers() {
        return List.of(new TextFiles());
    }

    @Override
    public String standardRuleSet() {
        return RULES;
    }

    @Override
    public List<RuleSet> ruleSets() {
        return List.of(RuleSet.of(RULES, TRAVELS, DRAFT));
    }
}
