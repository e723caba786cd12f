package io.powermigrate.testkit.fake.internal.entra;

import io.powermigrate.testkit.fake.internal.http.Access;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.world.SignIns;
import io.powermigrate.testkit.fake.internal.world.UserState;
import io.powermigrate.testkit.fake.internal.world.World;
import io.powermigrate.testkit.fake.wire.EntraError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a browser sees of the sign-in. The person at it, see {@link UserState#sitsAtTheBrowser()}, consents at once: the
 * fake sends the browser back as Entra ID does after the last click, by a redirect or by a form that posts itself.
 */
final class BrowserRoutes {
    private final World world;
    private final EntraRefusals refusals;
    private final LoginTenants tenants;

    BrowserRoutes(World world, EntraRefusals refusals, LoginTenants tenants) {
        this.world = world;
        this.refusals = refusals;
        this.tenants = tenants;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Service.LOGIN, "/{tenant}/oauth2/v2.0/authorize", Access.NONE, this::authorize),
                Route.get(Service.LOGIN, "/{tenant}/oauth2/deviceauth", Access.NONE, this::enterCode));
    }

    private Answer authorize(Call call) {
        String redirect = call.query("redirect_uri").orElse("");
        if (!redirect.matches("(?i)http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?")) {
            return page(400, refusals.description(EntraError.REDIRECT_NOT_REGISTERED, call));
        }
        Optional<UserState> user = call.query("login_hint")
                .flatMap(name -> tenants.user(call, name))
                .or(() -> tenants.person(call));
        Map<String, String> back = new LinkedHashMap<>();
        Optional<EntraError> error = user.isEmpty()
                ? Optional.of(EntraError.USER_NOT_FOUND)
                : user.get().tenant().takeFailure();
        if (error.isPresent()) {
            back.put("error", error.get().error());
            back.put("error_description", refusals.description(error.get(), call));
        } else {
            back.put("code", world.signIns().newCode(user.orElseThrow(), call, world.now()));
        }
        call.query("state").ifPresent(state -> back.put("state", state));
        return call.query("response_mode").filter("form_post"::equals).isPresent()
                ? form(redirect, back)
                : Answer.empty(302).header("Location", redirect + "?" + query(back));
    }

    /**
     * The page on which a user enters the code of a device, by the query {@code otc}; as the user of {@code login_hint},
     * or else as the person at the browser. Without a code it asks for one.
     */
    private Answer enterCode(Call call) {
        if (call.query("otc").isEmpty()) {
            return page(
                    200,
                    "<form method=\"GET\">Code <input name=\"otc\" /> as user <input name=\"login_hint\" />"
                            + " <button>Next</button></form>");
        }
        Optional<SignIns.DeviceCode> code = call.query("otc").flatMap(world.signIns()::byUserCode);
        if (code.isEmpty()) {
            return page(400, "Nobody waits for that code. Enter it as ?otc=CODE.");
        }
        Optional<String> hint = call.query("login_hint").filter(name -> !name.isBlank());
        Optional<UserState> user =
                hint.isPresent() ? hint.flatMap(name -> tenants.user(call, name)) : tenants.person(call);
        if (user.isEmpty()) {
            return page(400, "There is no such user. Name one as &amp;login_hint=USER.");
        }
        code.get().enteredBy(user.get());
        return page(200, "You have signed in on the device. You may close this page.");
    }

    private static Answer form(String action, Map<String, String> fields) {
        String inputs = fields.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + field.getKey() + "\" value=\""
                        + escaped(field.getValue()) + "\" />")
                .collect(Collectors.joining());
        return page(
                200,
                "<form method=\"POST\" name=\"hiddenform\" action=\"" + escaped(action) + "\">" + inputs
                        + "</form><script>document.forms[0].submit();</script>");
    }

    private static Answer page(int status, String content) {
        String html = "<html><head><title>Sign in to your account</title></head><body>" + content + "</body></html>";
        return Answer.bytes(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
