package fellowship.dsl;

/** A jury of a script: judges that are asked independently of each other, and a rule that settles their votes. */
public interface Jury extends Annotator {}
