package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Properties.json} says about the document as a whole (wire/msapp.md, section 2.2). Absent in some documents of 2017: all
 * null then. Keys and connection strings of telemetry are told as present or absent only.
 *
 * @param name file-like name, plus-encoded; the visible title is {@link PublishInfo#appName()}
 * @param id document id; not the id of the app in an environment
 * @param fileId second document id
 * @param documentType {@code App}, {@code Page} (custom page) or {@code ComponentLibrary}; null in documents before 2019
 * @param documentAppType {@code DesktopOrTablet}, {@code Phone} or {@code Web}
 * @param appCreationSource what Studio made the app from
 * @param originatingVersion format version when the app was made
 * @param maxRows {@code DefaultConnectedDataSourceMaxGetRowsCount}
 * @param thirdPartyControls whether code components of others are used
 * @param hasInstrumentationKey whether telemetry goes to a key of the source environment
 * @param hasConnectionString whether telemetry goes to an address of the source environment
 * @param manualOfflineProfileId an environment's id when set
 */
public record AppProperties(
        @Nullable String name,
        @Nullable String id,
        @Nullable String fileId,
        @Nullable String documentType,
        @Nullable String documentAppType,
        @Nullable String appCreationSource,
        @Nullable String originatingVersion,
        @Nullable Integer maxRows,
        @Nullable Boolean thirdPartyControls,
        boolean hasInstrumentationKey,
        boolean hasConnectionString,
        @Nullable String manualOfflineProfileId) {

    static final AppProperties NONE =
            new AppProperties(null, null, null, null, null, null, null, null, null, false, false, null);

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
