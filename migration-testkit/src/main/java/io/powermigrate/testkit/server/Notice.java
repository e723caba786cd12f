package io.powermigrate.testkit.server;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeUser;
import java.io.PrintStream;

/** What a client must know to use the fake. What the caller chose as a password or secret is not repeated. */
final class Notice {
    private final PrintStream out;

    private Notice(PrintStream out) {
        this.out = out;
    }

    static void print(PrintStream out, FakeService fake, SeededWorld world) {
        Notice notice = new Notice(out);
        out.println("A fake Power Platform. Nothing of it is real, and nothing of it stays.");
        out.println();
        notice.addresses(fake);
        notice.accounts(world);
        notice.environments(world);
        out.println("ready");
    }

    private void addresses(FakeService fake) {
        line("http", fake.address().toString());
        fake.secureAddress().ifPresent(address -> line("https", address.toString()));
        fake.certificate().ifPresent(pem -> line("certificate", pem + " (curl --cacert, NODE_EXTRA_CA_CERTS)"));
        line("services", "by prefix " + FakeService.prefixes());
        line("", "or by public host name in the Host header, e.g. api.powerapps.com");
        out.println();
    }

    private void accounts(SeededWorld world) {
        line("tenant", world.tenant().domain() + " " + world.tenant().id());
        for (FakeUser user : world.tenant().users()) {
            line("user", user.userPrincipalName() + secret(user.password(), SeededWorld.PASSWORD, "password"));
        }
        for (FakeApplication application : world.tenant().applications()) {
            line("application", application.clientId() + proof(application));
        }
        out.println();
    }

    private static String proof(FakeApplication application) {
        int given = application.proofs() - (application.secret().equals(SeededWorld.SECRET) ? 1 : 0);
        String known = application.secret().equals(SeededWorld.SECRET) ? ", secret " + SeededWorld.SECRET : "";
        return known
                + switch (given) {
                    case 0 -> "";
                    case 1 -> ", the secret or certificate that you gave";
                    default -> ", the " + given + " secrets and certificates that you gave";
                };
    }

    private static String secret(String text, String known, String word) {
        return text.equals(known) ? ", " + word + " " + text : ", " + word + " as you chose it";
    }

    private void environments(SeededWorld world) {
        for (FakeEnvironment environment : world.environments()) {
            line("environment", environment.displayName());
            line("", environment.name());
            line(
                    "",
                    Counted.of(environment.apps().size(), "app") + ", "
                            + Counted.of(environment.flows().size(), "flow") + ", "
                            + Counted.of(environment.connections().size(), "connection") + ", "
                            + Counted.of(environment.customConnectors().size(), "custom connector"));
        }
        world.unread().forEach(each -> line("left out", each));
        out.println();
    }

    private void line(String what, String value) {
        out.println("  " + what + " ".repeat(14 - what.length()) + value);
    }
}
