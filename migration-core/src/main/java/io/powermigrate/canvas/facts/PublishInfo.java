package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * {@code Resources\PublishInfo.json} (at the root before 2019). The name can be stale: the service's own name of the app counts
 * (wire/canvas-app-import.md, section 6).
 *
 * @param appName the visible title
 * @param userLocale language tag of the maker; formulas are invariant anyway
 * @param logoFileName entry of the logo, or empty
 */
public record PublishInfo(
        @Nullable String appName,
        @Nullable String userLocale,
        @Nullable String logoFileName) {

    static final PublishInfo NONE = new PublishInfo(null, null, null);

    static PublishInfo read(JsonCursor json) {
        String name = null;
        String locale = null;
        String logo = null;
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "AppName" -> name = json.text();
                case "UserLocale" -> locale = json.text();
                case "LogoFileName" -> logo = json.text();
                default -> {}
            }
        }
        return new PublishInfo(name, locale, logo);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
