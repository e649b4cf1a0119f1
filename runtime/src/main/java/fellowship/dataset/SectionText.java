package fellowship.dataset;

import java.util.List;
import java.util.stream.Collectors;

/** A section as Markdown. */
final class SectionText {

    private SectionText() {}

    static String of(CardSection section) {
        return section.blocks().stream()
                .map(SectionText::of)
                .collect(Collectors.joining("\n", "### " + Markdown.text(section.title()) + "\n\n", "\n"));
    }

    private static String of(CardSection.Block block) {
        if (block instanceof CardSection.Table table) {
            return Markdown.table(
                    texts(table.heads()),
                    table.numeric(),
                    table.rows().stream().map(SectionText::texts).toList());
        }
        if (block instanceof CardSection.Points points) {
            return points.points().stream()
                    .map(point -> "- " + Markdown.text(point) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof CardSection.Alarm alarm) {
            return "> **ALARM.** " + Markdown.text(alarm.text()) + "\n";
        }
        return Markdown.text(((CardSection.Text) block).text()) + "\n";
    }

    private static List<String> texts(List<String> cells) {
        return cells.stream().map(Markdown::text).toList();
    }
}
