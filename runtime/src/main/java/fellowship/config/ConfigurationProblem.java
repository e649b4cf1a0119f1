package fellowship.config;

/**
 * A mistake in the operator's configuration.
 *
 * @param where the file as {@code path:line}, or the option of the command line
 * @param message what is wrong and what to do; never a key's value
 */
public record ConfigurationProblem(String where, String message) {

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
