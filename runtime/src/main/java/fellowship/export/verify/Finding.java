package fellowship.export.verify;

/**
 * Something that is not as the consumer takes it.
 *
 * @param line in the file, from 1
 * @param error whether the consumer fails or loses the row; else it only learns worse from it
 * @param rule its short name
 * @param says what is there
 * @param remedy what to do
 */
public record Finding(long line, boolean error, String rule, String says, String remedy) {}
