package fellowship.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One candidate answer for a row: a completion of a generator, or a text that stood in the input.
 *
 * @param id unique within its row, {@code d1}, {@code d2}, … in the order they were written
 * @param text the answer
 * @param reply who wrote it and how; absent for a text from the input
 * @param critiques what reviewers said of it, in the order the script names them
 * @param judgments scores that judges gave it on its own
 */
public record Draft(String id, String text, Optional<Reply> reply, List<Critique> critiques, List<Judgment> judgments) {

    public Draft {
        critiques = List.copyOf(critiques);
        judgments = List.copyOf(judgments);
    }

    public static Draft written(String id, Reply reply) {
        return new Draft(id, reply.completion().text(), Optional.of(reply), List.of(), List.of());
    }

    public static Draft given(String id, String text) {
        return new Draft(id, text, Optional.empty(), List.of(), List.of());
    }

    public Draft withCritiques(List<Critique> more) {
        List<Critique> all = new ArrayList<>(critiques);
        all.addAll(more);
        return new Draft(id, text, reply, all, judgments);
    }

    public Draft withJudgment(Judgment judgment) {
        List<Judgment> all = new ArrayList<>(judgments);
        all.add(judgment);
        return new Draft(id, text, reply, critiques, all);
    }

    /**
     * How good the draft is: the mean of the judges' scores where judges scored it (of a judge that verified its steps, the
     * share before the first wrong one), else the mean of its reviewers'
     * scores; absent when nobody gave a readable one.
     */
    public OptionalDouble score() {
        List<Double> scores = new ArrayList<>();
        for (Judgment judgment : judgments) {
            if (judgment.opinion() instanceof Judgment.Score score) {
                scores.add(score.value());
            } else if (judgment.opinion() instanceof Judgment.Steps steps) {
                scores.add(steps.soundShare());
            }
        }
        if (scores.isEmpty()) {
            critiques.forEach(critique -> critique.score().ifPresent(scores::add));
        }
        return scores.stream().mapToDouble(Double::doubleValue).average();
    }

    /** The model that wrote it, or {@code input}. */
    public String model() {
        return reply.map(r -> r.completion().model()).orElse("input");
    }
}
