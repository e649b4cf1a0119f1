package fellowship.report;

import fellowship.dataset.CardFacts;
import fellowship.dataset.CardSection;
import fellowship.dataset.PairFacts;
import fellowship.dataset.TextFile;
import fellowship.dataset.WrittenDataset;
import fellowship.dataset.WrittenFile;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.PlanTable;
import fellowship.tally.AgreementFigures;
import fellowship.tally.TallyFigures;
import fellowship.text.WellFormed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code report.html}: one page, for people, with plots; the same bytes for the same run. */
public final class Report {

    /** The file in the run folder. */
    public static final String FILE = "report.html";

    private final CardFacts facts;
    private final List<Chapter> chapters;
    private final RowSample rows;

    private Report(CardFacts facts, List<Chapter> chapters, RowSample rows) {
        this.facts = facts;
        this.chapters = chapters;
        this.rows = rows;
    }

    /** What the card tells of the judges. */
    public static List<CardSection> sections(Plan plan, TallyFigures figures, List<AgreementFigures> agreements) {
        return Chapters.sections(Chapters.of(plan, figures, agreements));
    }

    /** Writes the page into the run folder. */
    public static WrittenFile write(
            Path folder, CardFacts facts, TallyFigures figures, List<AgreementFigures> agreements, RowSample rows) {
        return TextFile.write(folder, FILE, of(facts, figures, agreements, rows));
    }

    static String of(CardFacts facts, TallyFigures figures, List<AgreementFigures> agreements, RowSample rows) {
        List<Chapter> chapters = new ArrayList<>(Chapters.of(facts.plan(), figures, agreements));
        List<CardSection> told = Chapters.sections(chapters);
        // what the card tells beside the judges, for example tables of rows, stands here too
        facts.sections().stream()
                .filter(section -> !told.contains(section))
                .forEach(section -> chapters.add(new Chapter(section, List.of())));
        return WellFormed.text(new Report(facts, chapters, rows).page());
    }

    private String page() {
        Page page = new Page(facts.plan().name() + ": report");
        head(page);
        page.raw("<main>");
        SpendingPart spending = new SpendingPart(facts);
        funnel(page);
        datasets(page);
        chapter(page, "spending", spending.chapter());
        for (int i = 0; i < chapters.size(); i++) {
            if (!alarm(chapters.get(i))) {
                chapter(page, "c" + i, chapters.get(i));
            }
        }
        new RowsPart(page).write(rows.rows(), facts.funnel().read());
        again(page);
        return page.raw("</main>").toString();
    }

    private void head(Page page) {
        page.raw("<header class=\"top\">").element("h1", "", facts.plan().name());
        if (!facts.plan().about().isBlank()) {
            page.element("p", "about", facts.plan().about());
        }
        List<String> toys = facts.players().stream()
                .filter(player -> !player.part().equals("writer") && player.answers() > 0)
                .filter(player -> player.model().provider().equals("embedded"))
                .map(CardFacts.Player::name)
                .toList();
        if (!toys.isEmpty()) {
            page.raw("<p class=\"alarm\"><strong>Not for training.</strong> "
                    + Html.text(String.join(", ", toys) + (toys.size() == 1 ? " was" : " were")
                            + " played by the embedded model, which cannot judge: its labels mean nothing.")
                    + "</p>");
        }
        chapters.stream()
                .filter(Report::alarm)
                .forEach(chapter -> page.blocks(chapter.section().blocks()));
        page.raw("<div class=\"tiles\">");
        new SpendingPart(facts)
                .tiles()
                .forEach((name, value) -> page.raw("<div class=\"tile\"><div class=\"big\">" + Html.text(value)
                        + "</div><div class=\"quiet\">" + Html.text(name) + "</div></div>"));
        page.raw("</div><nav aria-label=\"Parts of this report\"><a href=\"#funnel\">What became of the rows</a>");
        for (int i = 0; i < chapters.size(); i++) {
            if (alarm(chapters.get(i))) {
                continue;
            }
            page.raw("<a href=\"#c" + i + "\">"
                    + Html.text(chapters.get(i).section().title()) + "</a>");
        }
        page.raw("<a href=\"#rows\">Rows</a></nav></header>");
    }

    /** What nobody may overlook stands at the top. */
    private static boolean alarm(Chapter chapter) {
        return chapter.section().blocks().stream().anyMatch(CardSection.Alarm.class::isInstance);
    }

    private void chapter(Page page, String id, Chapter chapter) {
        page.raw("<section id=\"" + id + "\">")
                .element("h2", "", chapter.section().title());
        List<CardSection.Block> blocks = chapter.section().blocks();
        int words = 0;
        while (words < blocks.size() && !(blocks.get(words) instanceof CardSection.Table)) {
            words++;
        }
        page.blocks(blocks.subList(0, words));
        if (!chapter.plots().isEmpty()) {
            page.raw("<div class=\"plots\">");
            chapter.plots().forEach(plot -> page.raw("<figure>" + plot + "</figure>"));
            page.raw("</div>");
        }
        page.blocks(blocks.subList(words, blocks.size())).raw("</section>");
    }

    private void funnel(Page page) {
        CardFacts.Funnel funnel = facts.funnel();
        BarPlot plot = new BarPlot("Rows")
                .add("read", funnel.read(), Figure.count(funnel.read()), "bar-quiet")
                .add("in at least one output", funnel.emitted(), Figure.count(funnel.emitted()), "bar")
                .add("taken out by a rule", funnel.filtered(), Figure.count(funnel.filtered()), "bar-quiet")
                .add("rejected", funnel.rejected(), Figure.count(funnel.rejected()), "bar-two");
        List<List<String>> rows = new ArrayList<>();
        funnel.rules().forEach((rule, count) -> rows.add(List.of("rule", rule, Figure.count(count))));
        funnel.reasons().forEach((reason, count) -> rows.add(List.of("rejected", reason, Figure.count(count))));
        Chapter.Draft draft = new Chapter.Draft("What became of the rows")
                .table(2, List.of("what", "why", "rows and branches of rows"), rows);
        plot.svg().ifPresent(draft::plot);
        chapter(page, "funnel", draft.done());
    }

    private void datasets(Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (WrittenDataset dataset : facts.written().datasets()) {
            PairFacts pairs = facts.pairs().get(dataset.name());
            rows.add(List.of(
                    dataset.name(),
                    dataset.context().output().type().word(),
                    dataset.train().path(),
                    Figure.count(dataset.train().rows()),
                    pairs == null
                            ? Figure.NONE
                            : pairs.margin()
                                    .map(margin -> Figure.number(margin.median()))
                                    .orElse(Figure.NONE),
                    pairs == null || pairs.longer() + pairs.shorter() == 0
                            ? Figure.NONE
                            : Figure.share(
                                    new fellowship.tally.Share(pairs.longer(), pairs.longer() + pairs.shorter()))));
        }
        if (!rows.isEmpty()) {
            chapter(
                    page,
                    "datasets",
                    new Chapter.Draft("Data sets")
                            .table(
                                    3,
                                    List.of("name", "kind", "file", "rows", "median gap", "longer one is chosen"),
                                    rows)
                            .done());
        }
    }

    private void again(Page page) {
        page.raw("<section id=\"plan\">").element("h2", "", "How it was made");
        page.raw("<pre>" + Html.text(PlanTable.of(facts.plan())) + "</pre>");
        page.element(
                "p",
                "quiet",
                String.format(
                        Locale.ROOT,
                        "Plan %s, seed %d. The same script, input and answers give the same bytes.",
                        Fingerprint.of(facts.plan()),
                        facts.plan().seed()));
        List<List<String>> inputs = facts.inputs().stream()
                .map(input -> List.of(input.name(), input.sha256(), Figure.count(input.samples())))
                .toList();
        if (!inputs.isEmpty()) {
            page.blocks(List.of(CardSection.Table.of(2, List.of("input", "SHA-256", "rows"), inputs)));
        }
        page.raw("</section>");
    }
}
