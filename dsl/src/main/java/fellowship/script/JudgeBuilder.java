package fellowship.script;

import fellowship.dsl.JudgeSpec;
import fellowship.plan.Brief;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Scale;
import fellowship.plan.SourcePosition;
import fellowship.prompt.PromptTemplate;
import java.util.Map;
import java.util.Optional;

/** Fills a judge's block. */
final class JudgeBuilder extends BlockBuilder implements JudgeSpec {

    /** The scale of a judge that names none, as in the Fellowship paper. */
    private static final int OUT_OF = 10;

    private static final PromptTemplate QUESTION = PromptTemplate.parse("{{prompt}}");

    private Marking.Form form = Marking.Form.COMBINED;
    private int outOf = OUT_OF;
    private boolean bothOrders = true;

    JudgeBuilder(Origin origin, Problems problems) {
        super(origin, problems);
    }

    @Override
    public void criteria(String template) {
        template("criteria", template);
    }

    @Override
    public void question(String template) {
        template("question", template);
    }

    @Override
    public void scoring(Map<String, ?> scale) {
        form(Marking.Form.COMBINED);
        outOf = new NamedNumbers("scoring", scale, origin, problems)
                .whole("outOf", 2)
                .orElse(OUT_OF);
    }

    @Override
    public void directComparison() {
        form(Marking.Form.DIRECT);
    }

    @Override
    public void bothOrders() {
        orders(true);
    }

    @Override
    public void oneOrder() {
        orders(false);
    }

    private void form(Marking.Form wanted) {
        if (said("form")) {
            problems.error(origin.here(), "a judge scores or compares directly, once: 'scoring' or 'directComparison'");
        } else {
            once("form");
        }
        form = wanted;
    }

    private void orders(boolean both) {
        if (said("orders")) {
            problems.error(origin.here(), "a judge sees both orders or one, once: 'bothOrders' or 'oneOrder'");
        } else {
            once("orders");
        }
        bothOrders = both;
    }

    BuiltJudge build(String name, SourcePosition at) {
        Brief brief = new Brief(
                templates.get("criteria"),
                templates.get("question").orElse(QUESTION),
                Optional.empty(),
                Optional.empty());
        Judge judge = Judge.standard(name, role(name), at)
                .with(sampling)
                .with(brief)
                .with(Marking.standard().with(form).with(Scale.outOf(outOf)))
                .with(new Orders(bothOrders, OrderRule.consistent));
        return new BuiltJudge(judge, templates);
    }
}
