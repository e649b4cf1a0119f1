package fellowship.plan;

/** Whoever decides how good answers are: one judge, several that are asked independently, several that talk first. */
public sealed interface Annotator permits Judge, Jury, Debate {

    /** Unique among all agents and annotators of the plan. */
    String name();

    /** Where the script declares it. */
    SourcePosition at();
}
