package fellowship.dataset;

/**
 * What a file of the input held.
 *
 * @param name as the script names it; {@code standard input} for {@code -}
 * @param bytes its length
 * @param sha256 the digest of its bytes, as hexadecimal
 * @param samples rows that can be taken
 * @param badLines rows that cannot
 */
public record InputFile(String name, long bytes, String sha256, long samples, long badLines) {}
