package fellowship.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who plays in a step. */
public final class Players {

    private Players() {}

    /** The names of the agents and annotators that these steps ask, with the members of juries and debates. */
    public static Set<String> of(List<Step> steps, List<Annotator> annotators) {
        Deque<String> found = new ArrayDeque<>();
        steps.forEach(step -> found.addAll(asked(step)));
        Set<String> players = new LinkedHashSet<>();
        while (!found.isEmpty()) {
            String name = found.poll();
            if (players.add(name)) {
                annotators.stream()
                        .filter(annotator -> annotator.name().equals(name))
                        .forEach(annotator -> found.addAll(Annotating.members(annotator)));
            }
        }
        return players;
    }

    private static List<String> asked(Step step) {
        if (step instanceof Step.Generate generate) {
            return generate.by();
        }
        if (step instanceof Shape.Ask ask) {
            return List.of(ask.agent());
        }
        if (step instanceof Shape.Review review) {
            return review.reviewers();
        }
        if (step instanceof Shape.Revise revise) {
            return List.of(revise.writer());
        }
        if (step instanceof Step.Refine refine) {
            Set<String> both = new LinkedHashSet<>(refine.reviewers());
            both.add(refine.writer());
            return List.copyOf(both);
        }
        return Annotating.by(step).stream().toList();
    }
}
