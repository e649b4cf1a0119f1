package fellowship.plan;

import java.util.List;

/** A debate has somebody to talk to, and somebody who can decide. */
final class DebateChecks {

    private final Plan plan;
    private final Problems problems;

    DebateChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check(Debate debate) {
        String name = "debate '" + debate.name() + "'";
        List<String> personas =
                debate.seats().stream().map(Debate.Seat::persona).toList();
        if (personas.size() < 2) {
            problems.error(
                    debate.at(),
                    name + " has " + (personas.isEmpty() ? "no seats" : "one seat")
                            + "; a debate needs two or more: seat 'general public', helpful");
        }
        personas.stream()
                .filter(persona -> personas.indexOf(persona) != personas.lastIndexOf(persona))
                .distinct()
                .forEach(persona -> problems.error(
                        debate.at(),
                        "two seats of " + name + " are '" + persona + "'; give each a persona of its own"));
        if (debate.rounds() < 1) {
            problems.error(
                    debate.at(), "rounds must be 1 or more, was " + debate.rounds() + "; without a talk, say jury");
        }
        if (debate.showFirstVotes() && !debate.firstVotes()) {
            problems.error(debate.at(), name + " cannot show first votes, since it has none");
        }
        closing(debate, name);
        forms(debate, name);
    }

    private void closing(Debate debate, String name) {
        debate.closing()
                .filter(judge ->
                        debate.seats().stream().anyMatch(seat -> seat.judge().equals(judge)))
                .ifPresent(judge -> problems.warning(
                        debate.at(),
                        "'" + judge + "' closes " + name
                                + " and sits at its table; who took part is not neutral, let another judge close"));
        if (debate.orders().both()
                && debate.orders().rule() == OrderRule.synthesise
                && debate.closing().isEmpty()) {
            problems.error(
                    debate.at(),
                    name + " has nobody to compare its two talks, as bothOrders(synthesise) asks; say closing, or"
                            + " bothOrders(swapSum)");
        }
    }

    private void forms(Debate debate, String name) {
        for (Judge judge : plan.judgesOf(debate.name())) {
            if (!judge.marking().form().sideBySide()) {
                problems.error(
                        debate.at(),
                        "judge '" + judge.name() + "' looks at one candidate at a time, but " + name
                                + " talks of two; say scoring or directComparison in it");
            } else if (debate.orders().both()
                    && debate.orders().rule() == OrderRule.average
                    && judge.marking().form() == Marking.Form.DIRECT
                    && (debate.closing().isEmpty() || debate.closing().get().equals(judge.name()))) {
                problems.error(
                        debate.at(),
                        "judge '" + judge.name() + "' chooses without scores, so " + name
                                + " has nothing to average over both orders; say scoring in it, or bothOrders(swapSum)");
            }
        }
    }
}
