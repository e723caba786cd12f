package io.powermigrate.auth;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser: follows a redirect, and posts a form that posts itself. */
public final class Browser implements Consumer<URI> {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private volatile String shown = "";

    /** The last page. */
    public String shown() {
        return shown;
    }

    @Override
    public void accept(URI address) {
        try {
            String page = read(open(address));
            Matcher action = ACTION.matcher(page);
            shown = action.find() ? post(URI.create(plain(action.group(1))), page) : page;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String post(URI address, String page) throws IOException {
        String form = INPUT.matcher(page)
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(plain(field.group(2)), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpURLConnection connection = open(address);
        connection.setDoOutput(true);
        connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
        return read(connection);
    }

    private static HttpURLConnection open(URI address) throws IOException {
        return (HttpURLConnection) address.toURL().openConnection();
    }

    private static String read(HttpURLConnection connection) throws IOException {
        var bytes = connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
