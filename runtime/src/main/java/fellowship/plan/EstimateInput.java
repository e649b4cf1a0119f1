package fellowship.plan;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an estimate needs and a plan does not say.
 *
 * @param sources what the files hold, by the id of the step that reads them; a source that is missing counts as empty
 * @param tariff what tokens cost
 */
public record EstimateInput(Map<String, Source> sources, Tariff tariff) {

    public EstimateInput {
        sources = Map.copyOf(sources);
    }

    /**
     * What a source holds.
     *
     * @param rows how many, 0 or more
     * @param columns how long their texts are, by column
     */
    public record Source(long rows, Map<String, Length> columns) {
        public Source {
            columns = Map.copyOf(columns);
        }
    }

    /**
     * The length of a column's texts, in characters.
     *
     * @param mean over all rows
     * @param longest of all rows
     */
    public record Length(double mean, double longest) {

        /** What is assumed of a column that no file holds. */
        public static final Length UNKNOWN = new Length(400, 4_000);
    }

    /** What tokens cost. */
    @FunctionalInterface
    public interface Tariff {

        /**
         * US dollars for these tokens; absent when the model has no known price.
         *
         * @param model as the script says it: a role's name or a full reference
         */
        OptionalDouble usd(String model, double inputTokens, double outputTokens);
    }
}
