package fellowship.dsl;

/** A judge of a script, to be handed to {@code score} and {@code compare}. */
public interface Judge {

    /** Its name, unique in the script. */
    String name();
}
