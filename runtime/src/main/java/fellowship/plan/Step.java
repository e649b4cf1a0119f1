package fellowship.plan;

import fellowship.row.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One named stage of a workflow. All kinds stand here: this file is the whole language of plans. Each step names the
 * step it takes its rows from, so that steps form a forest whose roots are {@link Read}s.
 */
public sealed interface Step {

    /** Unique in the plan; where a script names a variable for the step, that name. */
    String id();

    /** Where the script says it. */
    SourcePosition at();

    /** The step this one takes its rows from, the first of them where there are several; absent for {@link Read}. */
    Optional<String> input();

    /** The columns of the rows it makes; absent where it leaves the columns as they are. */
    default Optional<RowType> makes() {
        return Optional.empty();
    }

    /** All steps this one takes its rows from. */
    default List<String> inputs() {
        return input().stream().toList();
    }

    /**
     * Rows from files.
     *
     * @param files paths as the script gives them, {@code -} for standard input; at least one
     * @param type the columns they have
     */
    record Read(String id, List<String> files, RowType type, SourcePosition at) implements Step {
        public Read {
            files = List.copyOf(files);
        }

        @Override
        public Optional<String> input() {
            return Optional.empty();
        }

        @Override
        public Optional<RowType> makes() {
            return Optional.of(type);
        }
    }

    /** Keeps the rows for which the test holds ({@code filter} and {@code where}). */
    record Filter(String id, String from, Leaf<Predicate<Row>> test, SourcePosition at) implements Step {
        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /** New columns from old ones. Drafts and verdicts are left behind. */
    record Mapped(
            String id, String from, RowType type, Leaf<Function<Row, Map<String, Object>>> function, SourcePosition at)
            implements Step {
        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }

        @Override
        public Optional<RowType> makes() {
            return Optional.of(type);
        }
    }

    /**
     * Drafts by generators.
     *
     * @param by agents' names, at least one
     * @param samples drafts by each, 1 or more
     */
    record Generate(String id, String from, List<String> by, int samples, SourcePosition at) implements Step {
        public Generate {
            by = List.copyOf(by);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * A generator and its reviewers take turns (Fellowship paper, section 3.2). Every draft but the last that the loop
     * may write is reviewed; with {@code reviewLast} the last one too, so that each draft has a score.
     *
     * @param writer the generator's name
     * @param reviewers at least one
     * @param atMost most drafts, 2 or more
     * @param reviewLast whether the last draft is reviewed although no revision follows
     * @param stopWhen a test on a reviewer's reply, by field ({@code feedback} for a text reply); all readable reviews of a
     *     draft must pass it to end the loop
     */
    record Refine(
            String id,
            String from,
            String writer,
            List<String> reviewers,
            int atMost,
            boolean reviewLast,
            Optional<Leaf<Predicate<Map<String, Object>>>> stopWhen,
            SourcePosition at)
            implements Step {
        public Refine {
            reviewers = List.copyOf(reviewers);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * A judge or a jury scores each draft on its own.
     *
     * @param columns columns whose texts become the drafts first; empty when there are drafts
     */
    record Score(String id, String from, String annotator, List<String> columns, SourcePosition at) implements Step {
        public Score {
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * An annotator compares two candidates: a row's two drafts, or two of its columns.
     *
     * @param columns the two columns that hold the candidates; empty when they are drafts
     */
    record Compare(String id, String from, String annotator, List<String> columns, SourcePosition at) implements Step {
        public Compare {
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * A judge puts all drafts of a row in order, best first. It sees them in the rows of a Latin square, so that each draft
     * stands in each place equally often; a draft's score is how many others it beats, on the mean.
     *
     * @param orders how many rows of the square are asked, 1 or more; absent: all, as many as there are drafts
     */
    record Rank(String id, String from, String annotator, OptionalInt orders, SourcePosition at) implements Step {
        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * A judge goes through each draft step by step and says which steps are right (ProJudge, arXiv 2503.06553).
     *
     * @param columns columns whose texts become the drafts first; empty when there are drafts
     */
    record Verify(String id, String from, String annotator, List<String> columns, SourcePosition at) implements Step {
        public Verify {
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * The rows whose judgments disagree most go to people (FairEval, arXiv 2305.17926, section 4.3): those with the greatest
     * entropy of single verdicts. They wait in {@code for-people.jsonl} until somebody has filled in a verdict.
     *
     * @param share of the rows, above 0, up to 1
     */
    record People(String id, String from, double share, SourcePosition at) implements Step {
        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /**
     * What the annotators of several branches say of the same rows is held against each other.
     *
     * @param from the branches, each ending in rows with verdicts or with scored drafts; at least one
     * @param name of the folder with the annotations and the tables, as for {@link Into}
     */
    record Agree(String id, List<String> from, String name, Agreement settings, SourcePosition at) implements Step {
        public Agree {
            from = List.copyOf(from);
        }

        @Override
        public Optional<String> input() {
            return from.stream().findFirst();
        }

        @Override
        public List<String> inputs() {
            return from;
        }
    }

    /**
     * Preferences from scored drafts or from a verdict. Equal scores never make a pair.
     *
     * @param how which drafts are paired
     * @param minGap least difference of scores, 0 or more; a pair needs more than 0 in any case
     * @param ties {@link Fate#keep} where equal answers go on, for data without pairs; else {@link Fate#drop}
     */
    record Pairs(String id, String from, Pairing how, OptionalDouble minGap, Fate ties, SourcePosition at)
            implements Step {

        /** Without ties. */
        public Pairs(String id, String from, Pairing how, OptionalDouble minGap, SourcePosition at) {
            this(id, from, how, minGap, Fate.drop, at);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }

    /** A step that makes rows and drafts into others; see {@link Shape}. */
    sealed interface Shaping extends Step
            permits Shape.Explode,
                    Shape.Cross,
                    Shape.Join,
                    Shape.Ask,
                    Shape.Texts,
                    Shape.Measure,
                    Shape.Choose,
                    Shape.Review,
                    Shape.Revise {

        /** The step it takes its rows from. */
        String from();

        @Override
        default Optional<String> input() {
            return Optional.of(from());
        }
    }

    /** Steps that choose among rows, drafts or pairs; they stand in {@link Sift}. */
    sealed interface Sifting extends Step
            permits Sift.Gates,
                    Sift.Dedupe,
                    Sift.Sample,
                    Sift.Until,
                    Sift.Weak,
                    Sift.Refusals,
                    Sift.Margins,
                    Sift.Escalate {

        String from();

        /** Whether it decides by all rows together. */
        default boolean learns() {
            return false;
        }

        /** What it is set to, as plain data. */
        Map<String, Object> settings();

        /** What it does, in a few words. */
        String detail();

        @Override
        default Optional<String> input() {
            return Optional.of(from());
        }
    }

    /** Which drafts make a pair. */
    sealed interface Pairing {
        /** One pair a row. Picks that need no score take all drafts where none has one. */
        record Picked(Pick chosen, Pick rejected) implements Pairing {

            /** Whether the pick is made by scores. */
            public boolean byScore() {
                return List.of(chosen, rejected).stream().anyMatch(pick -> pick == Pick.best || pick == Pick.worst);
            }
        }

        /**
         * The text of a column, for example a person's answer, on one side; a draft on the other (SPIN, arXiv 2401.01335).
         * Who is better is known before, so scores only tell how sure that is.
         *
         * @param column whose text it is
         * @param chosen whether the column's text is the better one
         * @param other the draft on the other side
         */
        record Against(String column, boolean chosen, Pick other) implements Pairing {}

        /** The texts of two columns, the better one first. */
        record Labelled(String chosen, String rejected) implements Pairing {}

        /** Several pairs a row, from the drafts ordered by score. */
        record Ranked(Ranks ranks) implements Pairing {}

        /** The winner and the loser of the row's verdict. */
        record Decided() implements Pairing {}
    }

    /**
     * A data set.
     *
     * @param type what kind
     * @param name its folder in the run folder, letters, digits, {@code _} and {@code -}
     * @param atLeast for {@link DatasetType#KTO} from drafts: the score from which a draft is desirable
     * @param by for {@link DatasetType#JSONL}: the columns by whose values rows are grouped in a table of their other
     *     columns' figures; an empty list puts all rows into one group; absent: no table
     */
    record Into(
            String id,
            String from,
            DatasetType type,
            String name,
            OptionalDouble atLeast,
            Optional<List<String>> by,
            SourcePosition at)
            implements Step {

        public Into {
            by = by.map(List::copyOf);
        }

        /** Without a table. */
        public Into(String id, String from, DatasetType type, String name, OptionalDouble atLeast, SourcePosition at) {
            this(id, from, type, name, atLeast, Optional.empty(), at);
        }

        @Override
        public Optional<String> input() {
            return Optional.of(from);
        }
    }
}
