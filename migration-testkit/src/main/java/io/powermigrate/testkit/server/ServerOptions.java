package io.powermigrate.testkit.server;

import io.powermigrate.testkit.fake.FakePorts;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param ports where to listen
 * @param users more users, each a name and a password
 * @param applications more applications, each a client id and a secret
 * @param certificates the certificates by which applications may prove themselves, by client id
 * @param documents a folder of {@code .msapp} files to fill an environment from
 * @param pageSize how many items a page of a list has, at most
 * @param importsVisibleAfter how long an accepted import takes to show in lists and gets; at once without a choice
 */
record ServerOptions(
        FakePorts ports,
        List<Account> users,
        List<Account> applications,
        Map<String, List<X509Certificate>> certificates,
        Optional<Path> documents,
        OptionalInt pageSize,
        Optional<Duration> importsVisibleAfter) {

    static final String USAGE = """
            Usage: bin/fake [option ...]
              --http PORT              port without TLS; 8080 without a choice, 0 for any free one
              --https PORT             port with TLS; 8443 without a choice, 0 for any free one, "off" for none
              --user NAME:PASSWORD     another user of contoso.onmicrosoft.com; may be repeated
              --application ID:SECRET  another application, registered for the administration, or one more secret of one; may be
                                       repeated
              --certificate ID:FILE    an application that may prove itself with this certificate (PEM or DER), beside the
                                       secrets that it has; may be repeated
              --documents FOLDER       fills an environment with the .msapp files of a folder, and with what they refer to
              --page-size ITEMS        how many items a page of a list has, at most; 250 without a choice
              --imports-visible-after SECONDS
                                       how long an accepted import takes to show in lists and gets; at once without a choice
              --help                   prints this""";

    /** How the fake answers. */
    Dialects dialects() {
        return importsVisibleAfter.isPresent()
                ? Dialects.standard().with(Dialect.IMPORT_SHOWS, "later, Running until then")
                : Dialects.standard();
    }

    /** A name with what proves it. */
    record Account(String name, String proof) {
        /** Without the proof. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException for what is no option, or has no sense
     */
    static ServerOptions of(String... args) {
        Reader reader = new Reader(List.of(args).iterator());
        reader.read();
        FakePorts ports = new FakePorts(reader.http, reader.https);
        return new ServerOptions(
                ports,
                List.copyOf(reader.users),
                List.copyOf(reader.applications),
                Map.copyOf(reader.certificates),
                reader.documents,
                reader.pageSize,
                reader.importsVisibleAfter);
    }

    private static final class Reader {
        private static final Set<String> REPEATED = Set.of("--user", "--application", "--certificate");

        private final Iterator<String> words;
        private final Set<String> seen = new HashSet<>();
        private final List<Account> users = new ArrayList<>();
        private final List<Account> applications = new ArrayList<>();
        private final Map<String, List<X509Certificate>> certificates = new LinkedHashMap<>();
        private int http = 8080;
        private OptionalInt https = OptionalInt.of(8443);
        private Optional<Path> documents = Optional.empty();
        private OptionalInt pageSize = OptionalInt.empty();
        private Optional<Duration> importsVisibleAfter = Optional.empty();

        Reader(Iterator<String> words) {
            this.words = words;
        }

        void read() {
            while (words.hasNext()) {
                String option = words.next();
                if (!REPEATED.contains(option) && !seen.add(option)) {
                    throw wrong(option + " is given twice.");
                }
                switch (option) {
                    case "--http" -> http = number(option, value(option), 0);
                    case "--https" -> https = port(option, value(option));
                    case "--user" -> user(account(option, value(option)));
                    case "--application" -> applications.add(account(option, value(option)));
                    case "--certificate" -> certificate(account(option, value(option)));
                    case "--documents" -> documents = Optional.of(folder(value(option)));
                    case "--page-size" -> pageSize = OptionalInt.of(number(option, value(option), 1));
                    case "--imports-visible-after" ->
                        importsVisibleAfter = Optional.of(Duration.ofSeconds(number(option, value(option), 0)));
                    default -> throw wrong("\"" + option + "\" is no option.");
                }
            }
        }

        private void user(Account user) {
            if (users.stream().anyMatch(each -> each.name().equalsIgnoreCase(user.name()))) {
                throw wrong("--user names \"" + user.name() + "\" twice, and a user has one password.");
            }
            users.add(user);
        }

        private String value(String option) {
            if (!words.hasNext()) {
                throw wrong(option + " has no value.");
            }
            return words.next();
        }

        private static OptionalInt port(String option, String text) {
            return text.equals("off") ? OptionalInt.empty() : OptionalInt.of(number(option, text, 0));
        }

        private static int number(String option, String text, int least) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > 65_535) {
                throw wrong(option + " is \"" + text + "\", which is no number from " + least + " to 65535.");
            }
            return Integer.parseInt(text);
        }

        /** The value is not repeated in the message, because half of it is a secret. */
        private static Account account(String option, String text) {
            int colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                throw wrong(option + " is no name and secret with a colon between.");
            }
            return new Account(text.substring(0, colon), text.substring(colon + 1));
        }

        /** Of a file that holds a key as well, only the certificate is read. */
        private void certificate(Account idAndFile) {
            try {
                byte[] file = Files.readAllBytes(Path.of(idAndFile.proof()));
                String text = new String(file, StandardCharsets.ISO_8859_1);
                int begin = Math.max(0, text.indexOf("-----BEGIN CERTIFICATE-----"));
                certificates
                        .computeIfAbsent(idAndFile.name(), first -> new ArrayList<>())
                        .add((X509Certificate) CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(file, begin, file.length - begin)));
            } catch (IOException | CertificateException unreadable) {
                throw wrong("\"" + idAndFile.proof() + "\" is no file with a certificate.");
            }
        }

        private static Path folder(String text) {
            Path folder = Path.of(text);
            if (!Files.isDirectory(folder)) {
                throw wrong("\"" + text + "\" is no folder.");
            }
            return folder;
        }

        private static IllegalArgumentException wrong(String words) {
            return new IllegalArgumentException(words + "\n" + USAGE);
        }
    }
}
