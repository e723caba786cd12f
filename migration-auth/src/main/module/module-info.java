/** Signs in with MSAL4J behind the credential of {@code io.powermigrate.core}. */
open module io.powermigrate.auth {
    requires transitive io.powermigrate.core;
    requires com.azure.json; // MSAL4J reads answers with it, and does not say so
    requires com.microsoft.aad.msal4j;
    requires java.desktop; // opens the browser
    requires jdk.httpserver;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.powermigrate.auth;
}
