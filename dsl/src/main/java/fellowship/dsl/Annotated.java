package fellowship.dsl;

/**
 * Rows that annotators have said something of, to be handed to {@code agreement}: with a verdict, or with drafts that have
 * scores.
 *
 * @param <T> the record that was read
 */
public interface Annotated<T> {}
