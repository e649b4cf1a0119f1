package fellowship.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The page: one file, whose own style and script alone are allowed, by their digests. */
final class AnnotatePage {

    private final String html;
    private final String policy;

    AnnotatePage() {
        try (InputStream in =
                Objects.requireNonNull(AnnotatePage.class.getResourceAsStream("annotate.html"), "annotate.html")) {
            html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        policy = "default-src 'none'; style-src '" + digest("style") + "'; script-src '" + digest("script")
                + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    String html() {
        return html;
    }

    /** The content security policy that goes with it. */
    String policy() {
        return policy;
    }

    private String digest(String tag) {
        String text = html.substring(html.indexOf("<" + tag + ">") + tag.length() + 2, html.indexOf("</" + tag + ">"));
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
