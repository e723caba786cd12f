package io.powermigrate.auth;

import io.powermigrate.http.AccessToken;
import io.powermigrate.http.Credential;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.TokenRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that signs in, for tests that need a process of its own: to kill it, to read all it says, to set its world. */
final class OtherProcess {

    private final Process process;
    private final BufferedReader said;

    private OtherProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherProcess start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.log.io.powermigrate=trace",
                "-Dorg.slf4j.simpleLogger.log.com.microsoft=trace",
                OtherProcess.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new OtherProcess(builder.start());
    }

    /** The next line that begins with that word; an error with all that was said where there is none. */
    String line(String word) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new AssertionError("the other process ended without \"" + word + "\" and said:\n" + all);
    }

    String everything() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
        }
        process.waitFor();
        return all.toString();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code way authority tenant client secretOrFolder}. */
    public static void main(String... arguments) {
        String way = arguments[0];
        TokenRequest request = TokenRequest.of(URI.create(arguments[1]), arguments[2], EntraWorld.POWER_APPS);
        if (way.equals("again-and-again")) {
            Credential user = kept(arguments[3], Path.of(arguments[4]));
            for (int i = 1; i > 0; i++) {
                user.token(request.afresh());
                System.out.println("signed in " + i);
            }
        }
        Credential credential = credential(way, arguments[3], arguments[4]);
        AccessToken token = credential.token(request);
        System.out.println("token " + token + " of " + token.objectId().orElse("nobody") + " by " + credential);
        try {
            credential.token(request.afresh("{\"access_token\":{\"a\":null}}"));
            credential.token(TokenRequest.of(URI.create(arguments[1]), arguments[2], "https://unknown.example"));
        } catch (SignInException e) {
            e.printStackTrace(System.out);
        }
        System.out.println("done");
    }

    private static Credential credential(String way, String client, String secret) {
        return switch (way) {
            case "secret" -> Credentials.clientSecret(client, secret::toCharArray);
            case "password" -> Credentials.usernamePassword(client, "ada@contoso.com", secret::toCharArray);
            case "workload" -> Credentials.workloadIdentity(client, () -> secret);
            case "machine" ->
                client.equals("-") ? Credentials.managedIdentity() : Credentials.userAssignedIdentity(client);
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static Credential kept(String client, Path folder) {
        return Credentials.deviceCode(
                client,
                prompt -> {
                    throw new IllegalStateException("asked again");
                },
                SignInSettings.builder()
                        .http(HttpSettings.standard())
                        .cache(PersistentCache.in(folder))
                        .build());
    }
}
