package fellowship.tool;

/**
 * Something a judge may use before it judges (tool-augmented reward modelling, Themis, arXiv 2310.01045). A tool is a pure
 * function: the same input and case give the same text in every run, so it may read no clock, file, network or random
 * number. A jar adds one by naming its class in {@code META-INF/services/fellowship.tool.Tool}.
 */
public interface Tool {

    /** What scripts and judges call it: lower-case letters, digits and {@code -}; unique among all tools. */
    String name();

    /** What it does and what its input looks like, in a sentence or two: the judge reads this. */
    String help();

    /**
     * What it finds.
     *
     * @param input what the judge wrote after the tool's name; it may be anything, also empty
     * @param about what is being judged
     * @return the observation, never empty; a wrong input is answered by a text that says what was expected, not by an
     *     exception
     */
    String use(String input, Case about);
}
