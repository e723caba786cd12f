package io.powermigrate.testkit.fake.internal.ids;

/** The full ids of things, in the service's own spelling. */
public final class ResourceIds {
    static final String APIS = "/providers/Microsoft.PowerApps/apis/";

    private ResourceIds() {}

    public static String app(String name) {
        return "/providers/Microsoft.PowerApps/apps/" + name;
    }

    public static String flow(String name) {
        return "/providers/Microsoft.Flow/flows/" + name;
    }

    /** The connector's id, from its id in any spelling or from its bare name. */
    public static String api(String id) {
        return APIS + last(id);
    }

    public static String last(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
