package fellowship.script;

import fellowship.plan.Criterion;
import fellowship.plan.Marking;
import fellowship.plan.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads how a judge says what it thinks. */
final class MarkingBuilder {

    /** The numbers that Self-J asks for (arXiv 2409.00935): each is one token. */
    private static final Scale DIGITS = Scale.between(0, 9);

    /** Right or not. */
    private static final Scale SHARE = Scale.between(0, 1);

    private static final String ONE_FORM = "a judge is asked in one form: 'scoring', 'scoringAlone', 'expectedScore',"
            + " 'probabilityTrue' or 'directComparison'";

    private final Origin origin;
    private final Problems problems;
    private final List<Criterion> rubric = new ArrayList<>();
    private boolean formSaid;
    private boolean reasonsSaid;
    private boolean styleSaid;
    private Marking.Form form = Marking.Form.COMBINED;
    private Scale scale = Marking.standard().scale();
    private Marking.Reasons reasons = Marking.Reasons.FIRST;
    private Marking.Style style = Marking.Style.AUTO;
    boolean certainty;

    MarkingBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    void scored(String word, Marking.Form wanted, Map<String, ?> said) {
        Scale usual =
                wanted == Marking.Form.EXPECTED ? DIGITS : Marking.standard().scale();
        say(wanted, new ScaleReader(word, said, origin, problems).scale(usual));
    }

    void truth() {
        say(Marking.Form.TRUTH, SHARE);
    }

    void direct() {
        say(Marking.Form.DIRECT, Marking.standard().scale());
    }

    private void say(Marking.Form wanted, Scale wantedScale) {
        if (formSaid) {
            problems.error(origin.here(), ONE_FORM);
        }
        formSaid = true;
        form = wanted;
        scale = wantedScale;
    }

    void criterion(Map<String, ?> options, String name, String says) {
        OptionalDouble weight = new NamedNumbers("criterion", options, origin, problems).above("weight", 0);
        if (says.isBlank()) {
            problems.error(origin.here(), "criterion '" + name + "' needs to say what it asks of an answer");
        }
        rubric.add(new Criterion(name, weight.orElse(1), says.strip()));
    }

    void reasons(Marking.Reasons wanted) {
        if (reasonsSaid) {
            problems.error(origin.here(), "a judge's reasons stand in one place: 'verdictFirst' or 'withoutReasons'");
        }
        reasonsSaid = true;
        reasons = wanted;
    }

    void style(Marking.Style wanted) {
        if (styleSaid) {
            problems.error(origin.here(), "a judge replies in one way: 'replyInLines' or 'replyInJson'");
        }
        styleSaid = true;
        style = wanted;
    }

    /** Whether it reads how likely the model is to say each token. */
    boolean readsProbabilities() {
        return form == Marking.Form.EXPECTED || form == Marking.Form.TRUTH;
    }

    Marking marking() {
        return new Marking(form, scale, rubric, reasons, certainty, style);
    }
}
