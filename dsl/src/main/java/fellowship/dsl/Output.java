package fellowship.dsl;

import fellowship.plan.DatasetType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A data set to be written, to be handed to {@code into}.
 *
 * @param type what kind of data set
 * @param name its folder in the run folder
 * @param atLeast for {@code kto}: the score from which a draft is desirable
 * @param by for {@code jsonl}: the columns by whose values rows are grouped in a table; absent: no table
 */
public record Output(DatasetType type, String name, OptionalDouble atLeast, Optional<List<String>> by) {}
