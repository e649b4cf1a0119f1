package fellowship.plan;

import java.util.Map;

/** A step as plain data. */
final class StepTree {

    private StepTree() {}

    static Map<String, Object> of(Step step) {
        Tree tree = new Tree().put("id", step.id()).put("does", word(step)).put("from", step.input());
        if (step instanceof Step.Read read) {
            tree.put("files", read.files()).put("type", PlanTree.rowType(read.type()));
        } else if (step instanceof Step.Filter filter) {
            tree.put("test", leaf(filter.test()));
        } else if (step instanceof Step.Mapped map) {
            tree.put("type", PlanTree.rowType(map.type())).put("function", leaf(map.function()));
        } else if (step instanceof Step.Generate generate) {
            tree.put("by", generate.by()).put("samples", generate.samples());
        } else if (step instanceof Step.Refine refine) {
            tree.put("writer", refine.writer())
                    .put("reviewers", refine.reviewers())
                    .put("at-most", refine.atMost())
                    .put("review-last", refine.reviewLast())
                    .put("stop-when", refine.stopWhen().map(StepTree::leaf));
        } else if (step instanceof Step.Score score) {
            tree.put("annotator", score.annotator()).put("columns", score.columns());
        } else if (step instanceof Step.Compare compare) {
            tree.put("annotator", compare.annotator()).put("columns", compare.columns());
        } else if (step instanceof Step.Rank rank) {
            tree.put("annotator", rank.annotator());
            rank.orders().ifPresent(orders -> tree.put("orders", orders));
        } else if (step instanceof Step.Verify verify) {
            tree.put("annotator", verify.annotator()).put("columns", verify.columns());
        } else if (step instanceof Step.People people) {
            tree.put("share", people.share());
        } else if (step instanceof Step.Agree agree) {
            tree.put("from", agree.from())
                    .put("name", agree.name())
                    .put("against", agree.settings().against().map(StepTree::leaf))
                    .put("measures", agree.settings().measures())
                    .put("level", agree.settings().level());
            agree.settings().resamples().ifPresent(count -> tree.put("resamples", count));
        } else if (step instanceof Step.Sifting sift) {
            sift.settings().forEach(tree::put);
        } else if (step instanceof Step.Shaping) {
            ShapingTree.add(tree, step);
        } else if (step instanceof Step.Pairs pairs) {
            pairing(tree, pairs.how()).put("min-gap", pairs.minGap());
            if (pairs.ties() == Fate.keep) {
                tree.put("ties", pairs.ties());
            }
        } else if (step instanceof Step.Into into) {
            tree.put("type", into.type().word()).put("name", into.name()).put("at-least", into.atLeast());
            into.by().ifPresent(columns -> tree.put("by", columns));
        }
        return tree.put("at", step.at()).map();
    }

    private static Tree pairing(Tree tree, Step.Pairing how) {
        if (how instanceof Step.Pairing.Picked picked) {
            return tree.put("chosen", picked.chosen()).put("rejected", picked.rejected());
        }
        if (how instanceof Step.Pairing.Ranked ranked) {
            return tree.put("ranks", ranked.ranks());
        }
        if (how instanceof Step.Pairing.Against against) {
            return tree.put(against.chosen() ? "chosen-column" : "rejected-column", against.column())
                    .put(against.chosen() ? "rejected" : "chosen", against.other());
        }
        if (how instanceof Step.Pairing.Labelled labelled) {
            return tree.put("chosen-column", labelled.chosen()).put("rejected-column", labelled.rejected());
        }
        return tree.put("decided", true);
    }

    /** The word of scripts for a step's kind. */
    static String word(Step step) {
        if (step instanceof Step.Mapped) {
            return "map";
        }
        if (step instanceof Shape.Texts) {
            return "drafts";
        }
        if (step instanceof Step.Agree) {
            return "agreement";
        }
        return step.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    static Map<String, Object> leaf(Leaf<?> leaf) {
        return new Tree()
                .put("source", leaf.source())
                .put("digest", leaf.digest())
                .map();
    }
}
