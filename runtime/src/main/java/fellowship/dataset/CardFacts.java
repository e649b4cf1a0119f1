package fellowship.dataset;

import fellowship.chat.ModelRef;
import fellowship.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * All that a card tells. The same facts give the same card, byte for byte.
 *
 * @param plan what was run
 * @param inputs the files that were read
 * @param players who took part, in the order of the script
 * @param funnel what became of the rows
 * @param spending what the run took
 * @param written the data sets
 * @param labels how judging went
 * @param pairs the pairs of each data set that has some, by its name
 * @param sections what else is known of how far the labels can be trusted
 * @param languages of the texts, as codes like {@code en}; empty when nobody said
 * @param making how the run was made
 */
public record CardFacts(
        Plan plan,
        List<InputFile> inputs,
        List<Player> players,
        Funnel funnel,
        Spending spending,
        Written written,
        Labels labels,
        Map<String, PairFacts> pairs,
        List<CardSection> sections,
        List<String> languages,
        Making making) {

    /** The same where nothing is known of how the run was made. */
    public CardFacts(
            Plan plan,
            List<InputFile> inputs,
            List<Player> players,
            Funnel funnel,
            Spending spending,
            Written written,
            Labels labels,
            Map<String, PairFacts> pairs,
            List<CardSection> sections,
            List<String> languages) {
        this(
                plan,
                inputs,
                players,
                funnel,
                spending,
                written,
                labels,
                pairs,
                sections,
                languages,
                Making.unknown(spending));
    }

    public CardFacts {
        inputs = List.copyOf(inputs);
        players = List.copyOf(players);
        pairs = Map.copyOf(pairs);
        sections = List.copyOf(sections);
        languages = List.copyOf(languages);
    }

    /**
     * An agent or judge.
     *
     * @param name in the script
     * @param part {@code writer}, {@code reviewer} or {@code judge}
     * @param model the model that was asked
     * @param answered the models that say they answered
     * @param spending what its answers took
     */
    public record Player(String name, String part, ModelRef model, List<String> answered, Spending spending) {
        public Player {
            answered = List.copyOf(answered);
        }

        /** How many of its answers rows rest on. */
        public long answers() {
            return spending.answers();
        }
    }

    /**
     * {@code read = emitted + filtered + rejected + pending}.
     *
     * @param rules rows and branches that a rule took out, by rule
     * @param reasons rows and branches that failed, by reason
     */
    public record Funnel(
            long read,
            long emitted,
            long filtered,
            long rejected,
            long pending,
            Map<String, Long> rules,
            Map<String, Long> reasons) {
        public Funnel {
            rules = Collections.unmodifiableMap(new TreeMap<>(rules));
            reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        }
    }

    /**
     * The answers that rows rest on, paid in this run or reused: a run that is repeated says the same.
     *
     * @param answers each once, however many rows rest on it
     * @param inputTokens of these answers' calls
     * @param outputTokens of these answers
     * @param estimated whether some tokens are our estimate, for want of a provider's count
     * @param micros millionths of a US dollar that they cost or would have cost; absent where some price is not known
     */
    public record Spending(long answers, long inputTokens, long outputTokens, boolean estimated, OptionalLong micros) {}
}
