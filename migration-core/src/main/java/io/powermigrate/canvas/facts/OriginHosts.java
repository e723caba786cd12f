package io.powermigrate.canvas.facts;

import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * Hosts and ids of the source environment that the document holds, each once, sorted (wire/msapp.md, section 3).
 *
 * @param sharePointSites addresses of sites, and dataset keys that begin with one
 * @param dataverseHosts addresses of Dataverse instances, without a final slash
 * @param apimHosts runtime hosts of connectors; for most connectors the region of the source environment, as in {@code europe-002.azure-apim.net}
 * @param customApiIds names of custom connectors, with the hash of the source environment
 * @param customPages ids of custom pages that the document opens
 * @param resourceRootPathBlobs number of media with an address in the source environment's document store; the media themselves are in the document
 * @param workflowCallbackMentions how often the words {@code workFlowCallbackUri} occur, also in mere descriptions of a connector; a stored
 *     address is told by {@link ConnectionReference#hasWorkflowCallbackUri()}
 */
public record OriginHosts(
        List<String> sharePointSites,
        List<String> dataverseHosts,
        List<String> apimHosts,
        List<String> customApiIds,
        List<String> customPages,
        int resourceRootPathBlobs,
        int workflowCallbackMentions) {

    /** Copies the lists. */
    public OriginHosts {
        sharePointSites = List.copyOf(sharePointSites);
        dataverseHosts = List.copyOf(dataverseHosts);
        apimHosts = List.copyOf(apimHosts);
        customApiIds = List.copyOf(customApiIds);
        customPages = List.copyOf(customPages);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
