package io.powermigrate.internal.secret;

import java.util.List;

/** The table of what is a secret and what only looks like one; every place that takes secrets out is held to it. */
public final class SecretTexts {

    /** The secret of every text of {@link #secret}. */
    public static final String PLANTED = "PLANTED-7hX";

    private SecretTexts() {}

    private static final List<String> SECRET = List.of(
            "Server=x;Database=y;User Id=sa;pwd=PLANTED-7hX;Encrypt=true",
            "Server=x;Password = PLANTED-7hX",
            "Password: PLANTED-7hX",
            "PWD = 'PLANTED-7hX with blanks PLANTED-7hX'",
            "{\"apiKey\":\"PLANTED-7hX\"}",
            "{\"api_key\" : \"PLANTED-7hX\"}",
            "{'api-key': 'PLANTED-7hX'}",
            "{\"accessToken\":\"PLANTED-7hX\",\"expires\":1}",
            "{\"refreshToken\":\"PLANTED-7hX\\\"PLANTED-7hX\"}",
            "{\"client_secret\":\"PLANTED-7hX",
            "{\"workFlowCallbackUri\" : \"https://x/PLANTED-7hX\"}",
            "{\"primaryKey\":\"PLANTED-7hX=\",\"secondaryKey\":\"PLANTED-7hX=\"}",
            "{\"clientInfo\":\"PLANTED-7hX\"}",
            "{\"body\":\"{\\\"password\\\":\\\"PLANTED-7hX\\\"}\"}",
            "{\"a\":\"{\\\"b\\\":\\\"{\\\\\\\"secret\\\\\\\":\\\\\\\"PLANTED-7hX\\\\\\\"}\\\"}\"}",
            "\\u0026sig=PLANTED-7hX\\u0026se=2",
            "line one\\npwd=PLANTED-7hX",
            "Authorization: Basic PLANTED-7hX",
            "Authorization: Bearer PLANTED-7hX",
            "refused: Basic PLANTED-7hX",
            "with bearer PLANTED-7hX, again",
            "SharedAccessSignature PLANTED-7hX",
            "Ocp-Apim-Subscription-Key: PLANTED-7hX",
            "subscription-key=PLANTED-7hX",
            "X-Token: PLANTED-7hX",
            "x-functions-key: PLANTED-7hX",
            "Set-Cookie: session=PLANTED-7hX; Path=/; other=PLANTED-7hX",
            "https://user:PLANTED-7hX@host.example/path",
            "HTTPS://:PLANTED-7hX@host.example:8443",
            "https://f.example/api/run?code=PLANTED-7hX",
            "https://f.example/api/run?a=1&code=PLANTED-7hX==&b=2",
            "https://login.example/?key=PLANTED-7hX",
            "https://x.blob.example/p.zip?sv=1&sig=PLANTED-7hX%3D&se=2",
            "u=https%3A%2F%2Fx%3Fsig%3DPLANTED-7hX%26se%3D2",
            "u=https%253A%252F%252Fx%253Fsig%253DPLANTED-7hX",
            "u=https%3A%2F%2Fx%3Fa%3D1%26access_token%3DPLANTED-7hX",
            "access_token=PLANTED-7hX&token_type=x",
            "refresh_token=PLANTED-7hX",
            "grant_type=password&username=u&password=PLANTED-7hX",
            "client_assertion=PLANTED-7hX",
            "assertion=PLANTED-7hX",
            "device_code=PLANTED-7hX&x=1",
            "client_info=PLANTED-7hX",
            "code=0.AXkAb1PLANTED-7hX-c2d3e4f5g6h7i8j9&redirect_uri=http://localhost",
            "the grant 1.AXkAb1PLANTED-7hX-c2d3e4f5g6h7i8j9 was refused",
            "code_verifier=PLANTED-7hX",
            "clientSecret = PLANTED-7hX",
            "Endpoint=sb://x.example/;SharedAccessKeyName=Root;SharedAccessKey=PLANTED-7hX=",
            "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=PLANTED-7hX==;EndpointSuffix=x",
            "settings[\"password\"] = \"PLANTED-7hX\"",
            "token eyJPLANTED-7hX.eyJPLANTED-7hX.PLANTED-7hX was refused",
            "id%20eyJPLANTED-7hX.eyJPLANTED-7hX.PLANTED-7hX",
            "cut off in eyJPLANTED-7hX",
            "-----BEGIN RSA PRIVATE KEY-----\nPLANTED-7hX\n-----END RSA PRIVATE KEY-----");

    /** Texts that hold {@link #PLANTED} where a secret stands. */
    public static List<String> secret() {
        return SECRET;
    }

    private static final List<String> SECRET_IN_DOCUMENTS = List.of(
            "Launch(\"https://x.example/run?sp=r&sig=PLANTED-7hX\")",
            "Launch(\"https://x.example/run?sp=r\\u0026sig=PLANTED-7hX\")",
            "https%3A%2F%2Fx%3Fsig%3DPLANTED-7hX",
            "https%253A%252F%252Fx%253Fsig%253DPLANTED-7hX",
            "Launch(\"https://f.example/api/run?code=PLANTED-7hX\")",
            "\"https://user:PLANTED-7hX@host.example/\"",
            "\"AccountKey=PLANTED-7hX==;EndpointSuffix=x\"",
            "\"&client_secret=PLANTED-7hX\"",
            "\"eyJPLANTED-7hX.eyJPLANTED-7hX.PLANTED-7hX\"",
            "\"Bearer PLANTED-7hXPLANTED-7hX\"");

    /** Texts of documents in which no code could mean anything but a secret. */
    public static List<String> secretInDocuments() {
        return SECRET_IN_DOCUMENTS;
    }

    private static final List<String> HARMLESS = List.of(
            "The connection \"SQL Server\" (id shared_sql-1b2c) is missing",
            "passwordless=true; Passwordless sign-in: enabled",
            "Basic authentication is not supported",
            "Bearer token was expired",
            "WWW-Authenticate: Bearer error=\"invalid_token\"",
            "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the value, not the id",
            "https://host.example/a/b?api-version=2020-10-01&$skiptoken=abc&continuationToken=def",
            "https://contoso.example/sites/hr:443/x@y",
            "mailto://ada@contoso.example",
            "{\"code\":\"NotFound\",\"message\":\"gone\",\"key\":\"Title\"}",
            "error_code: 700016, code: NotFound; status = 404",
            "{\"token_type\":\"Bearer\",\"expires_in\":3599}",
            "Design=Modern; assigned = 3",
            "secretary=Ada",
            "ratio 3:4 = 0.75 and a == b",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            "key=value",
            "eyJ is how they begin",
            "%3D %25 100 % = all",
            "");

    /** Twins without any secret. */
    public static List<String> harmless() {
        return HARMLESS;
    }

    private static final List<String> HARMLESS_IN_DOCUMENTS = List.of(
            "If(Password = TextInput1.Text, Navigate(Home))",
            "Filter(Users, Password=TextInput1.Text)",
            "Set(varToken, {password: \"\", token: Lookup.Token})",
            "Sort(Keys, primaryKey, SortOrder.Ascending)",
            "Basic authentication and Bearer tokens",
            "UpdateContext({apiKey: Dropdown1.Selected.Value})",
            "Sig & \"=\" & Config",
            "ClearCollect(c, {code: 1}); Launch(\"https://x.example/?page=2&code=1\")");

    /** Code in which names of secrets are names of columns and controls. */
    public static List<String> harmlessInDocuments() {
        return HARMLESS_IN_DOCUMENTS;
    }
}
