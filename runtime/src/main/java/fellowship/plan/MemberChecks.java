package fellowship.plan;

import java.util.List;

/** Jurors and those at a table are judges. */
final class MemberChecks {

    private final Plan plan;
    private final Problems problems;

    MemberChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check(Annotator annotator) {
        Annotating.members(annotator).stream().distinct().forEach(name -> judge(annotator.at(), name));
    }

    /** Whether one judge stands behind a name; else what does. */
    void judge(SourcePosition at, String name) {
        if (plan.judge(name).isPresent()) {
            return;
        }
        if (plan.agent(name).isPresent()) {
            problems.error(at, "'" + name + "' is an agent; a judge must stand here");
        } else if (plan.annotator(name).isPresent()) {
            problems.error(
                    at,
                    "'" + name + "' is a "
                            + Annotating.kind(plan.annotator(name).get()) + "; a judge must stand here");
        } else {
            List<String> known = plan.judges().stream().map(Judge::name).toList();
            problems.unknown(at, "judge", name, known);
        }
    }
}
