package fellowship.dataset;

import java.util.Optional;

/**
 * How a run was made: what someone needs who makes it again. The same for a run that was interrupted or repeated.
 *
 * @param version of this tool; {@code development} where it was not packed
 * @param script what was run; absent when the plan came from a program
 * @param command what makes it again, given the script and the inputs
 * @param asked all answers that rows asked for, those of rejected rows too, each once
 * @param people how many people judged pairs of this run
 */
public record Making(String version, Optional<Script> script, String command, CardFacts.Spending asked, int people) {

    /**
     * A script's file.
     *
     * @param name without its folder
     * @param sha256 the digest of its bytes, as hexadecimal
     */
    public record Script(String name, String sha256) {}

    /** The version of this tool that runs. */
    public static String running() {
        String known = Making.class.getPackage().getImplementationVersion();
        return known == null ? "development" : known;
    }

    /** Nothing is known but what the answers in the result took. */
    static Making unknown(CardFacts.Spending spending) {
        return new Making(running(), Optional.empty(), "", spending, 0);
    }
}
