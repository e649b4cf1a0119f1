package fellowship.plan;

/**
 * A pure function of a row that the script's author wrote.
 *
 * @param source its text
 * @param digest what stands for it in the fingerprint: its text without layout, the values it captured, its helpers
 * @param function the function; two leaves with one digest are the same leaf
 */
public record Leaf<F>(String source, String digest, F function) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf<?> leaf && leaf.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
