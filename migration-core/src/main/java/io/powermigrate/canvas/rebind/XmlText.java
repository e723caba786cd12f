package io.powermigrate.canvas.rebind;

/** The value of an XML attribute in double quotes. */
final class XmlText {

    private XmlText() {}

    static String spelled(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String plain(String spelled) {
        return spelled.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
