package fellowship.report;

import fellowship.dataset.CardSection;
import java.util.ArrayList;
import java.util.List;

/**
 * A section with its plots. Cards have the section alone; what a plot shows stands in its tables too.
 *
 * @param plots as SVG
 */
record Chapter(CardSection section, List<String> plots) {

    Chapter {
        plots = List.copyOf(plots);
    }

    /** Collects one. */
    static final class Draft {

        private final String title;
        private final List<CardSection.Block> blocks = new ArrayList<>();
        private final List<String> plots = new ArrayList<>();

        Draft(String title) {
            this.title = title;
        }

        Draft text(String text) {
            blocks.add(new CardSection.Text(text));
            return this;
        }

        Draft alarm(String text) {
            blocks.add(new CardSection.Alarm(text));
            return this;
        }

        Draft points(List<String> points) {
            blocks.add(new CardSection.Points(points));
            return this;
        }

        /** Left out when it has no rows. */
        Draft table(int words, List<String> heads, List<List<String>> rows) {
            if (!rows.isEmpty()) {
                blocks.add(CardSection.Table.of(words, heads, rows));
            }
            return this;
        }

        Draft plot(String svg) {
            plots.add(svg);
            return this;
        }

        Chapter done() {
            return new Chapter(new CardSection(title, blocks), plots);
        }
    }
}
