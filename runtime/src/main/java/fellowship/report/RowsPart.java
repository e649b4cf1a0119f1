package fellowship.report;

import java.util.List;
import java.util.Map;

/** The rows of the sample, to be searched and opened. */
final class RowsPart {

    private static final Map<String, String> FILTERS = new java.util.TreeMap<>(Map.of(
            "disagreement", "disagreement",
            "flip", "flips",
            "rejected", "rejected",
            "tie", "ties",
            "unreadable", "unreadable"));

    private final Page page;

    RowsPart(Page page) {
        this.page = page;
    }

    void write(List<Sampled> rows, long read) {
        page.raw("<section id=\"rows\">").element("h2", "", "Rows");
        page.element(
                "p",
                "",
                rows.size() < read
                        ? "A drawn sample of " + rows.size() + " of " + Figure.count(read) + " rows."
                        : "All rows that could be read.");
        page.raw("<div class=\"tools\"><input id=\"search\" type=\"search\" placeholder=\"Search these rows\""
                + " aria-label=\"Search these rows\"><div role=\"group\" aria-label=\"Show only\">");
        page.raw("<button type=\"button\" data-flag=\"\" aria-pressed=\"true\">all " + rows.size() + "</button>");
        FILTERS.forEach((flag, word) -> {
            long count = rows.stream().filter(row -> row.flags().contains(flag)).count();
            if (count > 0) {
                page.raw("<button type=\"button\" data-flag=\"" + flag + "\" aria-pressed=\"false\">" + word + " "
                        + count + "</button>");
            }
        });
        page.raw("</div><button type=\"button\" id=\"open\">open all</button><span id=\"shown\" role=\"status\"></span>"
                + "</div>");
        rows.forEach(this::row);
        page.raw("</section>");
    }

    private void row(Sampled row) {
        page.raw("<details class=\"row\" data-flags=\"" + String.join(" ", row.flags()) + "\"><summary><code>"
                + Html.text(row.id()) + "</code> <span class=\"start\">" + Html.text(begin(row)) + "</span>");
        row.flags().forEach(flag -> page.raw("<span class=\"chip\">" + flag + "</span>"));
        page.raw("</summary><div class=\"in\">").element("p", "quiet", row.origin());
        row.fates().forEach(fate -> page.element("p", "fate", fate));
        page.raw("<dl>");
        row.columns().forEach(field -> page.element("dt", "", field.name()).element("dd", "text", field.text()));
        page.raw("</dl>");
        if (!row.drafts().isEmpty()) {
            page.raw("<div class=\"drafts\">");
            row.drafts().forEach(this::draft);
            page.raw("</div>");
        }
        if (!row.rankings().isEmpty()) {
            page.element("h4", "", "Rankings");
            remarks(row.rankings());
        }
        row.verdicts().forEach(this::verdict);
        page.raw("</div></details>");
    }

    private static String begin(Sampled row) {
        return row.columns().stream()
                .filter(field -> !field.name().equals("id"))
                .map(Sampled.Field::text)
                .max(java.util.Comparator.comparingInt(text -> Math.min(text.length(), 12)))
                .map(text -> Svg.cut(text.replaceAll("\\s+", " "), 110))
                .orElse("");
    }

    private void draft(Sampled.Candidate draft) {
        page.raw("<article class=\"draft\"><header><strong>" + Html.text(draft.id()) + "</strong> "
                + Html.text(draft.writer())
                + (draft.score().isEmpty() ? "" : " <span class=\"score\">" + Html.text(draft.score()) + "</span>")
                + "</header>");
        page.element("div", "text", draft.text());
        remarks(draft.remarks());
        page.raw("</article>");
    }

    private void verdict(Sampled.Decision verdict) {
        page.raw("<div class=\"verdict\"><h4>" + Html.text(verdict.by()) + ": <span class=\""
                + (verdict.won() ? "won" : "open") + "\">" + Html.text(verdict.outcome()) + "</span></h4>");
        if (verdict.votes().size() > 1) {
            part("Votes", verdict.votes());
        }
        if (!verdict.talk().isEmpty()) {
            part("The talk", verdict.talk());
        }
        part("Votes after the talk", verdict.closing());
        verdict.spared().forEach(spared -> page.element("p", "quiet", spared));
        part("Judgments, in the order they were asked", verdict.judgments());
        page.raw("</div>");
    }

    private void part(String title, List<Sampled.Remark> remarks) {
        if (!remarks.isEmpty()) {
            page.element("h5", "", title);
            remarks(remarks);
        }
    }

    private void remarks(List<Sampled.Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        page.raw("<ul class=\"remarks\">");
        for (Sampled.Remark remark : remarks) {
            page.raw("<li><strong>" + Html.text(remark.who()) + "</strong> <span class=\"said\">"
                    + Html.text(remark.said()) + "</span>"
                    + (remark.why().isBlank() ? "" : "<div class=\"text\">" + Html.text(remark.why()) + "</div>")
                    + "</li>");
        }
        page.raw("</ul>");
    }
}
