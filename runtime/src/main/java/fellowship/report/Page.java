package fellowship.report;

import fellowship.dataset.CardSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A page of one file that loads nothing: its policy allows its own style and script, by their digests, and nothing else, so
 * that no text in it can run or call home.
 */
final class Page {

    /** Tables with more lines are folded. */
    private static final int LONG = 12;

    private final String title;
    private final StringBuilder body = new StringBuilder();

    Page(String title) {
        this.title = title;
    }

    /** Markup as it is. */
    Page raw(String html) {
        body.append(html).append('\n');
        return this;
    }

    /** Text between two tags. @param kind a class, empty for none */
    Page element(String tag, String kind, String text) {
        return raw("<" + tag + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">" + Html.text(text) + "</" + tag
                + ">");
    }

    Page blocks(List<CardSection.Block> blocks) {
        blocks.forEach(this::block);
        return this;
    }

    private void block(CardSection.Block block) {
        if (block instanceof CardSection.Text text) {
            element("p", "", text.text());
        } else if (block instanceof CardSection.Alarm alarm) {
            raw("<p class=\"alarm\" role=\"alert\"><strong>Alarm.</strong> " + Html.text(alarm.text()) + "</p>");
        } else if (block instanceof CardSection.Points points) {
            raw("<ul>");
            points.points().forEach(point -> element("li", "", point));
            raw("</ul>");
        } else if (block instanceof CardSection.Table table) {
            table(table);
        }
    }

    private void table(CardSection.Table table) {
        boolean folded = table.rows().size() > LONG;
        if (folded) {
            raw("<details class=\"fold\"><summary>Table of " + table.rows().size() + " lines</summary>");
        }
        raw("<div class=\"wide\"><table><thead><tr>");
        for (int i = 0; i < table.heads().size(); i++) {
            raw("<th scope=\"col\"" + number(table, i) + ">"
                    + Html.text(table.heads().get(i)) + "</th>");
        }
        raw("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            StringBuilder cells = new StringBuilder("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String tag = i == 0 ? "th scope=\"row\"" : "td";
                cells.append('<').append(tag).append(number(table, i)).append('>');
                cells.append(Html.text(row.get(i))).append(i == 0 ? "</th>" : "</td>");
            }
            raw(cells.append("</tr>").toString());
        }
        raw("</tbody></table></div>");
        if (folded) {
            raw("</details>");
        }
    }

    private static String number(CardSection.Table table, int column) {
        return table.numeric().get(column) ? " class=\"number\"" : "";
    }

    @Override
    public String toString() {
        String style = resource("report.css");
        String script = resource("report.js");
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + digest(style) + "'; script-src '" + digest(script) + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<title>" + Html.text(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n" + body
                + "<script>" + script + "</script>\n</body>\n</html>\n";
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
