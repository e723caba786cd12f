package io.powermigrate.testkit.fake.packaging;

import io.powermigrate.testkit.fake.document.AppDocument;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaging half of a fake Power Platform: everything of wire/canvas-app-import.md, without HTTP. A server hands it the
 * calls whose path it knows; authentication and access to environments are the server's. Thread-safe.
 */
public final class Packaging {
    private static final Pattern BAP = Pattern.compile(
            "(?i)/providers/Microsoft\\.BusinessAppPlatform/environments/([^/]+)/([A-Za-z]+)(?:/([^/]+))?/?");
    private static final Pattern APP =
            Pattern.compile("(?i)/providers/Microsoft\\.PowerApps/apps(?:/([^/]+)(?:/([A-Za-z]+))?)?/?");
    private static final Pattern OWN_STORAGE =
            Pattern.compile("(?i)/providers/Microsoft\\.PowerApps/objectIds/[^/]+/generateResourceStorage/?");
    private static final Pattern LAUNCH = Pattern.compile("(?i)/powerapps/apps/([^/]+)/launch/?");

    private final Shop shop;
    private final ExportRoutes exports;
    private final ImportRoutes imports;
    private final AppRoutes apps;

    /**
     * A platform.
     *
     * @param clock the time that documents and operations carry
     * @param storage the blobs
     * @param places the environments and apps
     * @param settings where the facts leave something open
     */
    public Packaging(InstantSource clock, Storage storage, Places places, Settings settings) {
        shop = new Shop(clock, storage, places, settings);
        exports = new ExportRoutes(shop);
        imports = new ImportRoutes(shop);
        apps = new AppRoutes(shop);
    }

    /**
     * The version that Studio would make of a document, with all its references.
     *
     * @throws IOException if the bytes are no document
     */
    public static AppVersion versionOf(byte[] msapp, String address) throws IOException {
        return NewApp.version(AppDocument.read(msapp), msapp, address);
    }

    /** Takes a package file as one that the service exported somewhere: its pair counts as minted. */
    public void trust(byte[] genuine, String environment) {
        UploadedPackage uploaded = UploadedPackage.read(genuine);
        shop.pairs()
                .add(new Pair(
                        uploaded.appKey().orElseThrow(),
                        uploaded.folder().orElseThrow(),
                        environment,
                        uploaded.telemetry(),
                        uploaded.documentId(),
                        Set.copyOf(uploaded.keysOf(PackageResource.Kind.CONNECTION))));
    }

    /** Answers a call, or nothing if the path is not of this package. */
    public Optional<Answer> answer(Call call) {
        try {
            return route(call);
        } catch (Refusal refusal) {
            return Optional.of(Answer.of(refusal));
        }
    }

    private Optional<Answer> route(Call call) {
        Matcher bap = BAP.matcher(call.path());
        if (bap.matches()) {
            return bap(call, bap.group(1), bap.group(2).toLowerCase(Locale.ROOT), Optional.ofNullable(bap.group(3)));
        }
        Matcher app = APP.matcher(call.path());
        if (app.matches()) {
            return app(call, Optional.ofNullable(app.group(1)), Optional.ofNullable(app.group(2)));
        }
        Matcher launch = LAUNCH.matcher(call.path());
        if (launch.matches() && call.method().equals("POST")) {
            requireUser(call);
            return Optional.of(apps.launch(launch.group(1), call));
        }
        return ownStorage(call);
    }

    private Optional<Answer> ownStorage(Call call) {
        if (!OWN_STORAGE.matcher(call.path()).matches() || !call.method().equals("POST")) {
            return Optional.empty();
        }
        requireUser(call);
        String environment = shop.body(call).at("/environment/name").asText("");
        return Optional.of(imports.storage(shop.environment(environment).id()));
    }

    private Optional<Answer> bap(Call call, String environment, String verb, Optional<String> operation) {
        if (operation.isPresent() && call.method().equals("GET")) {
            return poll(environment, verb, operation.get());
        }
        if (!call.method().equals("POST") || operation.isPresent() || !VERBS.contains(verb)) {
            return Optional.empty();
        }
        requireUser(call);
        AppEnvironment at = shop.environment(environment);
        return Optional.of(
                switch (verb) {
                    case "listpackageresources" -> exports.list(at, call);
                    case "exportpackage" -> exports.export(at, call);
                    case "generateresourcestorage" -> imports.storage(at.id());
                    case "listimportparameters" -> imports.parameters(at, call);
                    case "validateimportpackage" -> imports.validate(call);
                    default -> imports.start(at, call);
                });
    }

    private static final List<String> VERBS = List.of(
            "listpackageresources",
            "exportpackage",
            "generateresourcestorage",
            "listimportparameters",
            "validateimportpackage",
            "importpackage");

    private Optional<Answer> poll(String environment, String verb, String name) {
        String kind = KINDS.get(verb);
        return kind == null
                ? Optional.empty()
                : Optional.of(shop.operations()
                        .poll(environment, kind, name)
                        .map(Answer::ok)
                        .orElseGet(() -> Answer.of(
                                new Refusal(404, "OperationNotFound", "There is no operation '" + name + "'."))));
    }

    private static final Map<String, String> KINDS = Map.of(
            "packagingoperations", "packagingOperations",
            "listimportoperations", "listImportOperations",
            "importoperations", "importOperations");

    private Optional<Answer> app(Call call, Optional<String> name, Optional<String> verb) {
        if (name.isEmpty()) {
            boolean writes = call.method().equals("POST") || call.method().equals("PATCH");
            return writes ? Optional.of(apps.refuse()) : Optional.empty();
        }
        String what =
                call.method() + verb.map(v -> " " + v.toLowerCase(Locale.ROOT)).orElse("");
        if (!ACTS.contains(what)) {
            return Optional.empty();
        }
        requireUser(call);
        return Optional.of(
                switch (what) {
                    case "GET" -> apps.get(name.get(), call);
                    case "PUT" -> apps.put(name.get(), call);
                    case "PATCH" -> apps.patch(name.get(), call);
                    case "DELETE" -> apps.delete(name.get(), call);
                    case "POST acquirelease" -> apps.acquire(name.get(), call);
                    case "POST releaselease" -> apps.release(name.get(), call);
                    default -> apps.publish(name.get(), call);
                });
    }

    private static final Set<String> ACTS =
            Set.of("GET", "PUT", "PATCH", "DELETE", "POST acquirelease", "POST releaselease", "POST publish");

    /** Maker routes are for people: an application's own token is refused. */
    private static void requireUser(Call call) {
        if (call.caller().app()) {
            throw new Refusal(
                    403,
                    "Forbidden",
                    "The application '" + call.caller().objectId() + "' does not have permission to access the path '"
                            + call.path() + "'.");
        }
    }
}
