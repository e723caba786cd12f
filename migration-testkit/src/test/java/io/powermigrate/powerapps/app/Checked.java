package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.check.CompileCheck;
import io.powermigrate.canvas.check.CompileFacts;
import io.powermigrate.canvas.check.Held;
import io.powermigrate.canvas.check.Holdings;
import io.powermigrate.canvas.check.Need;
import io.powermigrate.canvas.check.Origin;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.document.AppDocument;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A document, checked against what a test says that the destination holds. */
record Checked(CompileFacts facts) {

    static final ResourceKey APP = new ResourceKey("canvas-app", "App");

    static Checked of(AppDocument document) {
        return new Checked(CanvasDocument.read(new ByteArrayInputStream(document.toBytes()))
                .compileFacts());
    }

    /** Where everything is there as the document wants it. */
    List<Finding> whole() {
        return against(need -> Held.present(need.members()));
    }

    List<Finding> whole(Origin origin) {
        return findings(need -> Held.present(need.members()), origin, need -> List.of());
    }

    List<Finding> without(Need.Kind kind) {
        return against(need -> need.kind() == kind ? Held.absent() : Held.present(need.members()));
    }

    /** Where what is needed of this kind has this member more, or with another type. */
    List<Finding> changed(Need.Kind kind, String member, String type) {
        return against(need -> {
            Map<String, String> members = new TreeMap<>(need.members());
            if (need.kind() == kind) {
                members.put(member, type);
            }
            return Held.present(members);
        });
    }

    /** Where what is needed of this kind lacks this member. */
    List<Finding> without(Need.Kind kind, String member) {
        return against(need -> {
            Map<String, String> members = new TreeMap<>(need.members());
            if (need.kind() == kind) {
                members.remove(member);
            }
            return Held.present(members);
        });
    }

    List<Finding> against(Holdings holdings) {
        return against(holdings, need -> List.of());
    }

    /** As the plan says it, with what would settle that something is missing. */
    List<Finding> against(Holdings holdings, Function<Need, List<Binding>> suggestions) {
        return findings(holdings, Origin.unknown(), suggestions);
    }

    private List<Finding> findings(Holdings holdings, Origin origin, Function<Need, List<Binding>> suggestions) {
        return new CompileCheck(facts, holdings, origin)
                .issues().stream()
                        .map(issue -> AppIssues.finding(issue, APP, suggestions))
                        .toList();
    }

    static List<String> places(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.locations().stream())
                .map(place -> place.words())
                .toList();
    }
}
