package fellowship.dsl;

/** A debate of a script: judges that talk before they decide between two candidates. */
public interface Debate extends Annotator {}
