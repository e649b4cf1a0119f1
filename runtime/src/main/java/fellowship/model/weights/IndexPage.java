package fellowship.model.weights;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project's page on a package index, as JSON (PEP 691) or as HTML (PEP 503): finds where a file is. */
final class IndexPage {

    private static final Pattern LINK = Pattern.compile("(?is)<a\\s[^>]*?href\\s*=\\s*[\"']([^\"'#]+)[^>]*>");

    private IndexPage() {}

    static URI find(URI page, String contentType, String text, String file) throws IOException {
        String link = contentType.contains("json") ? inJson(text, file) : inHtml(text, file);
        if (link.isEmpty()) {
            throw new IOException("the index has no " + file);
        }
        return page.resolve(link.replace("&amp;", "&"));
    }

    private static String inJson(String text, String file) throws IOException {
        try {
            for (JsonNode entry : new JsonMapper().readTree(text).path("files")) {
                if (entry.path("filename").asString("").equals(file)) {
                    return entry.path("url").asString("");
                }
            }
            return "";
        } catch (JacksonException e) {
            throw new IOException("the index sent what is not JSON", e);
        }
    }

    private static String inHtml(String text, String file) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String path = link.group(1).replaceFirst("\\?.*", "");
            if (path.equals(file) || path.endsWith("/" + file)) {
                return link.group(1);
            }
        }
        return "";
    }
}
