package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of what rows come to, {@code NAME/table.jsonl}: a line for each group of rows that are equal in some columns, in
 * the order in which groups first came. Of every other column that holds numbers or booleans it tells how many rows have
 * one, the mean (of booleans the share that is true), the standard deviation of a sample, the least and the most.
 *
 * <p>Memory grows with groups, not with rows; past {@link #GROUPS} of them, rows of new groups are only counted. Figures are
 * sums in the order of the rows, so the same rows in the same order give the same bytes. One thread takes.
 */
public final class GroupTable {

    /** Most groups that are told apart. */
    public static final int GROUPS = 100_000;

    private static final int SHOWN = 40;

    private final Step.Into output;
    private final List<String> by;
    private final List<Column> figures;
    private final Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
    private long rows;
    private long beyond;

    private static final class Group {
        private long rows;
        private final List<Moments> moments = new ArrayList<>();

        private Group(int columns) {
            for (int i = 0; i < columns; i++) {
                moments.add(new Moments());
            }
        }
    }

    private GroupTable(Step.Into output, List<String> by, List<Column> columns) {
        this.output = output;
        this.by = by;
        this.figures = columns.stream()
                .filter(column -> !by.contains(column.name()))
                .filter(column -> column.kind() == Column.Kind.WHOLE
                        || column.kind() == Column.Kind.DECIMAL
                        || column.kind() == Column.Kind.YES_NO)
                .toList();
    }

    /** Of an output that wants one. */
    public static Optional<GroupTable> of(ShapeContext context) {
        return context.output()
                .by()
                .map(by ->
                        new GroupTable(context.output(), by, context.columns().columns()));
    }

    /** The data set's name. */
    public String name() {
        return output.name();
    }

    public void take(Row row) {
        rows++;
        List<@Nullable Object> key = new ArrayList<>();
        by.forEach(column -> key.add(JsonLine.plain(row.columns().get(column))));
        Group group = groups.get(key);
        if (group == null) {
            if (groups.size() == GROUPS) {
                beyond++;
                return;
            }
            group = new Group(figures.size());
            groups.put(key, group);
        }
        group.rows++;
        for (int i = 0; i < figures.size(); i++) {
            Object value = row.columns().get(figures.get(i).name());
            if (value instanceof Boolean yes) {
                group.moments.get(i).add(yes ? 1 : 0);
            } else if (value instanceof Number number) {
                group.moments.get(i).add(number.doubleValue());
            }
        }
    }

    /** Makes the file appear. */
    public WrittenFile commit(Path folder) {
        try (LineFile file = LineFile.create(folder, output.name() + "/table.jsonl")) {
            groups.forEach((key, group) -> file.write(JsonLine.of(line(key, group))));
            return file.commit();
        }
    }

    private Map<String, @Nullable Object> line(List<@Nullable Object> key, Group group) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            line.put(by.get(i), key.get(i));
        }
        put(line, "rows", group.rows);
        put(line, "share", (double) group.rows / rows);
        for (int i = 0; i < figures.size(); i++) {
            String name = figures.get(i).name();
            Moments moments = group.moments.get(i);
            put(line, name + "_count", moments.count());
            put(line, name + "_mean", JsonLine.number(moments.mean()));
            put(line, name + "_std", JsonLine.number(moments.deviation()));
            put(line, name + "_min", JsonLine.number(moments.least()));
            put(line, name + "_max", JsonLine.number(moments.most()));
        }
        return line;
    }

    /** Under a name that the line has not, with underscores after it where it has. */
    private static void put(Map<String, @Nullable Object> line, String name, @Nullable Object value) {
        if (line.containsKey(name)) {
            put(line, name + "_", value);
        } else {
            line.put(name, value);
        }
    }

    /** The table for cards and reports: counts, shares and means of the first groups. */
    public CardSection section() {
        List<String> heads = new ArrayList<>(by);
        heads.addAll(List.of("rows", "share of rows"));
        figures.forEach(column -> heads.add(column.name()));
        List<List<String>> cells = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (cells.size() < SHOWN) {
                cells.add(cells(key, group));
            }
        });
        List<CardSection.Block> blocks = new ArrayList<>();
        blocks.add(new CardSection.Text(rows + " rows" + (by.isEmpty() ? "" : " by " + String.join(", ", by))
                + "; means with the standard deviation of a sample, of yes or no the share of yes."));
        if (!cells.isEmpty()) {
            blocks.add(CardSection.Table.of(by.size(), heads, cells));
        }
        if (groups.size() > SHOWN) {
            blocks.add(new CardSection.Text("All " + groups.size() + " groups stand in " + name() + "/table.jsonl."));
        }
        if (beyond > 0) {
            blocks.add(new CardSection.Alarm(beyond + " rows stand in no group: there are more than " + GROUPS
                    + " groups. Group by columns with fewer values."));
        }
        return new CardSection("Table: " + name(), blocks);
    }

    private List<String> cells(List<@Nullable Object> key, Group group) {
        List<String> cells = new ArrayList<>();
        key.forEach(value -> cells.add(value == null ? "" : String.valueOf(value)));
        cells.add(String.valueOf(group.rows));
        cells.add(Moments.plain((double) group.rows / rows));
        for (int i = 0; i < figures.size(); i++) {
            cells.add(group.moments.get(i).text(figures.get(i).kind() != Column.Kind.YES_NO));
        }
        return cells;
    }
}
