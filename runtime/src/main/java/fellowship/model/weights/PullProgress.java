package fellowship.model.weights;

/** Is told how a download goes on; on the thread that waits for it. */
@FunctionalInterface
public interface PullProgress {

    /** Tells nobody. */
    PullProgress NONE = (from, done, total) -> {};

    /**
     * @param from the source that is being tried, in words
     * @param done bytes that are there
     * @param total bytes in all, 0 where that is not known
     */
    void at(String from, long done, long total);
}
