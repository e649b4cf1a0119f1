package fellowship.dsl;

/** Whoever decides how good answers are: a judge, a jury or a debate, to be handed to {@code compare} and its kin. */
public interface Annotator {

    /** Its name, unique in the script. */
    String name();
}
