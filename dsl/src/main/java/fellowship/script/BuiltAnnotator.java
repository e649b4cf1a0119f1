package fellowship.script;

import fellowship.dsl.Annotator;
import java.util.List;

/** An annotator as the script holds it. */
sealed interface BuiltAnnotator permits BuiltJudge, BuiltJury, BuiltDebate {

    /** The annotator behind a handle; there is no other kind of handle. */
    static BuiltAnnotator of(Annotator handle) {
        return (BuiltAnnotator) handle;
    }

    /** What stands in the plan. */
    fellowship.plan.Annotator plan();

    /** The judges it asks: itself, its jurors or those at its table. */
    List<BuiltJudge> judges();
}
