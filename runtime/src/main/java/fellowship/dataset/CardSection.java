package fellowship.dataset;

import java.util.List;

/**
 * A part of a card or a report: plain text and tables, which both write in their own way.
 *
 * @param title its heading
 * @param blocks what stands under it, in order
 */
public record CardSection(String title, List<Block> blocks) {

    public CardSection {
        blocks = List.copyOf(blocks);
    }

    /** What can stand under a heading. All texts are plain; nothing in them is markup. */
    public sealed interface Block {}

    /** A paragraph. */
    public record Text(String text) implements Block {}

    /** Something that nobody may overlook. */
    public record Alarm(String text) implements Block {}

    /** Points of a list. */
    public record Points(List<String> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * A table.
     *
     * @param heads one for each column
     * @param numeric whether a column holds numbers, which stand on the right
     * @param rows as many cells as heads
     */
    public record Table(List<String> heads, List<Boolean> numeric, List<List<String>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            numeric = List.copyOf(numeric);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** A table whose first {@code words} columns are words and whose others are numbers. */
        public static Table of(int words, List<String> heads, List<List<String>> rows) {
            List<Boolean> numeric = java.util.stream.IntStream.range(0, heads.size())
                    .mapToObj(i -> i >= words)
                    .toList();
            return new Table(heads, numeric, rows);
        }
    }
}
