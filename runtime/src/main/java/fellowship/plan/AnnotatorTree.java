package fellowship.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges, juries and debates as plain data. */
final class AnnotatorTree {

    private AnnotatorTree() {}

    static Map<String, Object> of(Annotator annotator) {
        if (annotator instanceof Judge judge) {
            return judge(judge);
        }
        return annotator instanceof Jury jury ? jury(jury) : debate((Debate) annotator);
    }

    private static Map<String, Object> judge(Judge judge) {
        return new Tree()
                .put("name", judge.name())
                .put("is", "judge")
                .put("model", judge.model())
                .put("sampling", AskTree.sampling(judge.sampling()))
                .put("criteria", judge.brief().criteria())
                .put("question", judge.brief().question())
                .put("reference", judge.brief().reference())
                .put("persona", judge.brief().persona())
                .put("marking", marking(judge.marking()))
                .put("orders", orders(judge.orders()))
                .put("samples", judge.samples())
                .put("preparation", preparation(judge.preparation()))
                .put("error-types", judge.errorTypes())
                .put("plants", judge.plants())
                .put("at", judge.at())
                .map();
    }

    private static Map<String, Object> marking(Marking marking) {
        return new Tree()
                .put("form", marking.form())
                .put("scale", scale(marking.scale()))
                .put(
                        "rubric",
                        marking.rubric().stream().map(AnnotatorTree::criterion).toList())
                .put("reasons", marking.reasons())
                .put("certainty", marking.certainty())
                .put("style", marking.style())
                .map();
    }

    private static Map<String, Object> scale(Scale scale) {
        List<Map<String, Object>> levels = scale.levels().entrySet().stream()
                .map(level -> new Tree()
                        .put("name", level.getKey())
                        .put("score", level.getValue())
                        .map())
                .toList();
        return new Tree()
                .put("least", scale.least())
                .put("most", scale.most())
                .put("levels", levels)
                .map();
    }

    private static Map<String, Object> criterion(Criterion criterion) {
        return new Tree()
                .put("name", criterion.name())
                .put("weight", criterion.weight())
                .put("says", criterion.says())
                .map();
    }

    private static Map<String, Object> orders(Orders orders) {
        return new Tree().put("both", orders.both()).put("rule", orders.rule()).map();
    }

    private static Map<String, Object> preparation(Preparation preparation) {
        return new Tree()
                .put("own-answer", preparation.ownAnswer())
                .put("contexts", preparation.contexts())
                .put("tools", preparation.tools())
                .put("most-uses", preparation.mostUses())
                .map();
    }

    private static Map<String, Object> jury(Jury jury) {
        Tree tree = new Tree()
                .put("name", jury.name())
                .put("is", "jury")
                .put("jurors", jury.jurors())
                .put("rule", jury.rule())
                .put("weights", new TreeMap<>(jury.weights()))
                .put("family", jury.family())
                .put("sequential", jury.sequence().isPresent());
        jury.sequence().ifPresent(sequence -> tree.put("bound", sequence.bound()));
        return tree.put("at", jury.at()).map();
    }

    private static Map<String, Object> debate(Debate debate) {
        List<Map<String, Object>> seats = debate.seats().stream()
                .map(seat -> new Tree()
                        .put("persona", seat.persona())
                        .put("judge", seat.judge())
                        .map())
                .toList();
        return new Tree()
                .put("name", debate.name())
                .put("is", "debate")
                .put("seats", seats)
                .put("rounds", debate.rounds())
                .put("first-votes", debate.firstVotes())
                .put("show-first-votes", debate.showFirstVotes())
                .put("until-agreed", debate.untilAgreed())
                .put("closing", debate.closing())
                .put("orders", orders(debate.orders()))
                .put("at", debate.at())
                .map();
    }
}
