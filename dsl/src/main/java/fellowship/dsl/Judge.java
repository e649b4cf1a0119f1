package fellowship.dsl;

/** A judge of a script: one model that is asked alone. */
public interface Judge extends Annotator {}
