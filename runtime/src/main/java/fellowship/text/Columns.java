package fellowship.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in plain text: columns as wide as their widest cell, two blanks between, a rule under the heads. */
public final class Columns {

    private Columns() {}

    /** Lines that end with a line break; empty when there are no rows. */
    public static String of(List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        int[] widths = IntStream.range(0, heads.size())
                .map(i -> Math.max(
                        heads.get(i).length(),
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
                .toArray();
        List<String> rule = IntStream.of(widths).mapToObj("-"::repeat).toList();
        return line(heads, widths)
                + line(rule, widths)
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(
                        i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
                .collect(Collectors.joining("  "));
        return line.stripTrailing() + "\n";
    }
}
