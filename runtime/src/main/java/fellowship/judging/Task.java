package fellowship.judging;

import fellowship.plan.Criterion;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a judge is to do with what it is shown, in words, and the reply it must give.
 *
 * @param words the task
 * @param type the reply's fields
 */
record Task(String words, ReplyType type) {

    /** The field with the reasons. */
    static final String RATIONALE = "rationale";

    static final String VERDICT = "verdict";
    static final String SCORE = "score";
    static final String CERTAINTY = "certainty";
    static final String RANKING = "ranking";
    static final String STEP = "step_";
    static final String CORRECT = "correct";
    static final String WRONG = "wrong";

    /** A judgment of what is shown: a score of one candidate; a choice or scores of two. */
    static Task of(Judge judge, Shown shown) {
        Marking marking = judge.marking();
        if (marking.form() == Form.DIRECT && !shown.single()) {
            return task(
                    judge,
                    "Choice",
                    "Say which answer is better, A or B, or tie when they are equally good.",
                    List.of(Field.choice(VERDICT, List.of("A", "B", "tie"))));
        }
        String who = shown.single() ? "the answer" : "each answer";
        String scale = marking.scale().levels().isEmpty()
                ? " from " + marking.scale().words()
                : " as one of: " + marking.scale().words();
        String words = marking.rubric().isEmpty()
                ? "Score " + who + scale + "."
                : "Score " + who + scale + " on each of these criteria:\n" + rubric(marking);
        return task(judge, shown.single() ? "Score" : "Scores", words, scores(marking, shown));
    }

    /** All candidates in order. */
    static Task ranking(Judge judge, Shown shown) {
        Field order = new Field(
                RANKING,
                Field.Kind.LIST,
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.empty(),
                shown.letters(),
                java.util.Optional.of(Field.Kind.TEXT));
        return task(
                judge,
                "Ranking",
                "Put all answers in order, the best first: the letters " + String.join(", ", shown.letters())
                        + ", each once. There are no ties.",
                List.of(order));
    }

    /** Each step of one candidate. */
    static Task steps(Judge judge, int steps) {
        List<String> kinds = new ArrayList<>(List.of(CORRECT));
        kinds.addAll(judge.errorTypes().isEmpty() ? List.of(WRONG) : judge.errorTypes());
        List<Field> fields = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            fields.add(Field.choice(STEP + step, kinds));
        }
        return task(
                judge,
                "Steps",
                "Check the solution step by step. Say of each step whether it is " + CORRECT
                        + (judge.errorTypes().isEmpty()
                                ? " or " + WRONG
                                : ", or which kind of mistake it makes: " + String.join(", ", judge.errorTypes()))
                        + ". A step that only carries an earlier mistake on is " + CORRECT + ".",
                fields);
    }

    private static Task task(Judge judge, String name, String words, List<Field> marks) {
        Reasons reasons = judge.marking().reasons();
        List<Field> fields = new ArrayList<>(marks);
        if (judge.marking().certainty()) {
            fields.add(Field.decimal(CERTAINTY, 1, 100));
        }
        Field rationale = Field.of(RATIONALE, Field.Kind.TEXT);
        String order =
                switch (reasons) {
                    case FIRST -> " Give your reasons first.";
                    case LAST -> " Give your reasons after it.";
                    case NONE -> "";
                };
        if (reasons == Reasons.FIRST) {
            fields.add(0, rationale);
        } else if (reasons == Reasons.LAST) {
            fields.add(rationale);
        }
        String sure =
                judge.marking().certainty() ? " Say how sure you are, from 1 (guessing) to 100 (no doubt at all)." : "";
        return new Task(words + order + sure, new ReplyType(name, fields));
    }

    private static List<Field> scores(Marking marking, Shown shown) {
        List<String> names = marking.rubric().isEmpty()
                ? List.of(SCORE)
                : marking.rubric().stream().map(Criterion::name).toList();
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            if (shown.single()) {
                fields.add(score(marking, name));
            } else {
                fields.add(score(marking, name + "_a"));
                fields.add(score(marking, name + "_b"));
            }
        }
        return fields;
    }

    private static Field score(Marking marking, String name) {
        return marking.scale().levels().isEmpty()
                ? Field.decimal(name, marking.scale().least(), marking.scale().most())
                : Field.choice(name, List.copyOf(marking.scale().levels().keySet()));
    }

    private static String rubric(Marking marking) {
        return marking.rubric().stream()
                .map(criterion -> "- " + criterion.name() + ": " + criterion.says())
                .collect(Collectors.joining("\n"));
    }
}
