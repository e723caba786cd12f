package io.powermigrate.rollout;

import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalRequest;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.FileName;
import io.powermigrate.internal.files.OwnerOnly;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Inventory;
import io.powermigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a rollout would do: a plan for each customer, made of one reading of the source. Nothing happens before it was
 * approved. Immutable.
 *
 * <pre>{@code
 * RolloutPlan plan = rollout.plan();
 * System.out.println(plan.toText());
 * plan.writeTo(Path.of("plans"));                       // one file for each customer, and the source
 * RolloutReport report = rollout.execute(plan.approve(Approval.by("ada@contoso.com", Instant.now())));
 * }</pre>
 */
public final class RolloutPlan {

    /** The file in which {@link #writeTo} keeps what was read of the source. */
    public static final String SOURCE_FILE = "source.json";

    private final Inventory source;
    private final List<CustomerPlan> customers;
    private final Set<String> types;
    private final List<String> unused;

    private RolloutPlan(Inventory source, List<CustomerPlan> customers, Set<String> types, List<String> unused) {
        this.source = source;
        this.customers = List.copyOf(customers);
        this.types = Set.copyOf(types);
        this.unused = List.copyOf(unused);
    }

    /**
     * A plan of these customers; {@code Rollout.plan()} makes it.
     *
     * @param source what was read of the source, once for all
     * @param types the names of the types that the library can make: what customers get, not what they give
     * @param unused layers of the mapping that no customer has the label for
     */
    public static RolloutPlan of(
            Inventory source, List<CustomerPlan> customers, Set<String> types, List<String> unused) {
        return new RolloutPlan(source, customers, types, unused);
    }

    /** What was read of the source; every plan was made of it, and is executed from it. */
    public Inventory source() {
        return source;
    }

    /** Every customer, in the order in which they were given. */
    public List<CustomerPlan> customers() {
        return customers;
    }

    /** The plan of a customer; empty where none could be made, or nobody has the name. */
    public Optional<Plan> plan(String customer) {
        return customers.stream()
                .filter(each -> each.name().equals(customer))
                .findFirst()
                .flatMap(CustomerPlan::plan);
    }

    /** The names of the types that the library can make; what else the plans name is a person's work. */
    public Set<String> types() {
        return new TreeSet<>(types);
    }

    /** Layers of the mapping that no customer has the label for, such as {@code region: asia}. */
    public List<String> unused() {
        return unused;
    }

    /** How many resources all plans together would write. */
    public long changes() {
        return customers.stream()
                .flatMap(each -> each.plan().stream())
                .mapToLong(Plan::changes)
                .sum();
    }

    /**
     * Approves the plan of every customer by one word; each plan stays pinned to its own environment. A plan that cannot be
     * approved, because it changes more than its limit, stays out and is told; the others are approved.
     *
     * @param first who approves, and when
     * @param more further people; all of them stand in every report
     */
    public ApprovedRollout approve(Approval first, Approval... more) {
        return ApprovedRollout.of(this, each -> each.approve(first, more));
    }

    /**
     * As {@link #approve}, with a request for each plan, where a policy wants to know who asked or wants signatures.
     *
     * @param request the approvals of a plan; what it throws as a {@link MigrationException} leaves that plan out
     */
    public ApprovedRollout approveEach(Function<Plan, ApprovalRequest> request) {
        return ApprovedRollout.of(this, each -> each.approve(request.apply(each)));
    }

    /**
     * Writes one file for each customer with a plan, and {@link #SOURCE_FILE} with what was read of the source: with the
     * workspace they are all that another process needs to execute a plan. Only their owner may read them.
     *
     * @param folder made if it is not there
     * @return the file of each customer
     * @throws MigrationException when one cannot be written
     */
    public Map<String, Path> writeTo(Path folder) {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new MigrationException(
                    "The plans were not written to " + folder + " because " + e,
                    "Name a folder that can be written",
                    e);
        }
        source.writeTo(folder.resolve(SOURCE_FILE));
        Map<String, Path> files = new LinkedHashMap<>();
        customers.forEach(each -> each.plan().ifPresent(plan -> {
            Path file = folder.resolve(fileName(each.name()) + ".plan.json");
            plan.writeTo(file);
            files.put(each.name(), file);
        }));
        return files;
    }

    /** A name for the files of a customer: every file system takes it, and no other customer has it. */
    public static String fileName(String customer) {
        String mark = Fingerprint.of(Document.of(Map.of("customer", customer))).value();
        return FileName.of(customer.replace('.', '_'), mark.substring(0, 8));
    }

    /** For people: how many customers are ready, what is to be written, and who needs somebody first. */
    public String toText() {
        return new RolloutPlanText(this).toText();
    }

    /** In one line: how many customers, and how many changes. */
    @Override
    public String toString() {
        return Shown.message("RolloutPlan from " + source.name() + " to " + customers.size() + " customers, "
                + changes() + " changes");
    }
}
