package fellowship.plan;

import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The steps that make rows and drafts into others: questions about rows, columns, drafts and their revisions. */
public interface Shape {

    /**
     * Several rows from one: one for each of the columns that the function gives, in its order. Drafts and verdicts are left
     * behind. A row that gives none is filtered.
     */
    record Explode(
            String id,
            String from,
            RowType type,
            Leaf<Function<Row, List<Map<String, Object>>>> function,
            SourcePosition at)
            implements Step.Shaping {
        @Override
        public Optional<RowType> makes() {
            return Optional.of(type);
        }
    }

    /**
     * Each row with every combination of values: one row for each, the last column turning fastest.
     *
     * @param type the columns of the new rows: those of the old ones and those of the values
     * @param values what each new column may hold, in the order of the script; text, whole and decimal numbers, booleans
     */
    record Cross(String id, String from, RowType type, Map<String, List<Object>> values, SourcePosition at)
            implements Step.Shaping {
        public Cross {
            Map<String, List<Object>> copy = new LinkedHashMap<>();
            values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
            values = Collections.unmodifiableMap(copy);
        }

        /** How many rows come of one. */
        public long size() {
            return values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
        }

        @Override
        public Optional<RowType> makes() {
            return Optional.of(type);
        }
    }

    /**
     * Each row with the rows of a file that have the same value in one column: one row for each of those, in the file's
     * order. A row that none of them fits is filtered. The file's rows are held in memory.
     *
     * @param file its path as the script gives it
     * @param other the columns that the file's rows have
     * @param by the column that both have
     * @param type the columns of the new rows, of the old ones and of the file's
     */
    record Join(String id, String from, String file, RowType other, String by, RowType type, SourcePosition at)
            implements Step.Shaping {

        /** Most rows of the file. */
        public static final int MOST = 1_000_000;

        @Override
        public Optional<RowType> makes() {
            return Optional.of(type);
        }
    }

    /**
     * An agent is asked of each row, and its reply becomes columns.
     *
     * @param agent its name
     * @param samples how often each row is asked, 1 or more; with more than one, each reply makes a row of its own
     * @param type the columns of the new rows: of the old ones, and of the reply
     * @param into the column that a reply in text fills; absent for a typed reply, whose fields fill the columns of their
     *     names
     */
    record Ask(
            String id, String from, String agent, int samples, RowType type, Optional<String> into, SourcePosition at)
            implements Step.Shaping {
        @Override
        public Optional<RowType> makes() {
            return Optional.of(type);
        }
    }

    /**
     * Texts that stand in columns become drafts. A column that holds a list gives a draft for each text in it.
     *
     * @param columns at least one
     */
    record Texts(String id, String from, List<String> columns, SourcePosition at) implements Step.Shaping {
        public Texts {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Each draft gets a score from a function and no model is asked.
     *
     * @param name what the measure is called, in the place of a judge's name
     */
    record Measure(String id, String from, String name, Leaf<Scored> function, SourcePosition at)
            implements Step.Shaping {

        /** A measure of one draft of a row. */
        @FunctionalInterface
        public interface Scored {
            double of(Row row, Draft draft);
        }
    }

    /** Keeps one draft of each row. A row without a score is filtered where the pick needs one. */
    record Choose(String id, String from, Pick pick, SourcePosition at) implements Step.Shaping {}

    /**
     * Reviewers review each draft once.
     *
     * @param reviewers agents' names, at least one
     */
    record Review(String id, String from, List<String> reviewers, SourcePosition at) implements Step.Shaping {
        public Review {
            reviewers = List.copyOf(reviewers);
        }
    }

    /** A writer revises each draft once; the revisions stand after the drafts that were there. */
    record Revise(String id, String from, String writer, SourcePosition at) implements Step.Shaping {}
}
