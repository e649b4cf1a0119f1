package fellowship.script;

import fellowship.plan.Leaf;
import fellowship.plan.SourcePosition;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where a workflow is written: what the builders ask to tell the place of a word and the text of a leaf. */
interface Origin {

    /** The place of the word that is being said now. */
    SourcePosition here();

    /** The place of a hole in the template that the word at {@code word} was given; the word's own when not found. */
    SourcePosition hole(SourcePosition word, String name);

    /**
     * What stands for a test in the plan.
     *
     * @param written what the workflow handed over
     * @param function what the engine calls
     * @throws IllegalArgumentException when it uses a value that has no stable form
     */
    <F> Leaf<F> leaf(Object written, F function);

    /** The folder that prompt files are relative to. */
    Path folder();

    /** Whether a prompt may be taken from a file. */
    default boolean mayRead(Path file) {
        return true;
    }

    /** What the files beside the script must be. */
    default Pins pins() {
        return Pins.none();
    }

    /** The same test on what it is made from. */
    static <A, B> Predicate<A> before(Function<A, B> view, Predicate<? super B> test) {
        return value -> test.test(view.apply(value));
    }
}
