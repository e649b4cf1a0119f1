package fellowship.dataset;

/**
 * A file that a run wrote.
 *
 * @param path in the run folder, with {@code /}
 * @param rows its lines
 * @param bytes its length
 * @param sha256 the digest of its bytes, as hexadecimal
 */
public record WrittenFile(String path, long rows, long bytes, String sha256) {}
