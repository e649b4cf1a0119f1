package fellowship.model.embedded;

/**
 * How the embedded model runs. None of it changes what the model answers.
 *
 * @param threads threads that compute
 * @param slots most replies that are written at once
 * @param context longest text in tokens, the conversation and its reply together; the model's own bound holds as well
 */
public record EmbeddedSettings(int threads, int slots, int context) {

    private static final int MOST_THREADS = 16;

    public EmbeddedSettings {
        if (threads < 1 || slots < 1 || context < 2 || context > 1 << 16) {
            throw new IllegalArgumentException("threads and slots must be 1 or more and context 2 to 65536, were "
                    + threads + ", " + slots + ", " + context);
        }
    }

    /** All processors up to {@value #MOST_THREADS}, 16 slots, a context of 2048. */
    public static EmbeddedSettings standard() {
        return new EmbeddedSettings(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), 16, 2048);
    }
}
