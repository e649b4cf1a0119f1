package fellowship.dsl;

import fellowship.plan.DatasetType;
import java.util.OptionalDouble;

/**
 * A data set to be written, to be handed to {@code into}.
 *
 * @param type what kind of data set
 * @param name its folder in the run folder
 * @param atLeast for {@code kto}: the score from which a draft is desirable
 */
public record Output(DatasetType type, String name, OptionalDouble atLeast) {}
