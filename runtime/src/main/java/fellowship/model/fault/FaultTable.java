package fellowship.model.fault;

import fellowship.chat.Finish;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The fault table: what is seen of a failed call, and what is done about it. Its rows are data, in {@code faults.json}. */
public final class FaultTable {

    private static final int MOST_QUOTED = 240;

    private final List<Fault> faults;
    private final Map<String, Finish> finishes;

    FaultTable(List<Fault> faults, Map<String, Finish> finishes) {
        this.faults = List.copyOf(faults);
        this.finishes = Map.copyOf(finishes);
    }

    /** The table that comes with the product; read once, when it is first asked for. */
    public static FaultTable standard() {
        return Standard.TABLE;
    }

    private static final class Standard {
        static final FaultTable TABLE = FaultFile.read();
    }

    /** All rows, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }

    /** How a completion ended, by the provider's word for it; what is not known is {@link Finish#UNKNOWN}. */
    public Finish finish(@Nullable String word) {
        return word == null ? Finish.UNKNOWN : finishes.getOrDefault(word.toLowerCase(Locale.ROOT), Finish.UNKNOWN);
    }

    /** Most tries in all of a call that keeps failing for this reason, where the table says so. */
    public OptionalInt tries(String reason) {
        return faults.stream()
                .filter(fault -> fault.reason().equals(reason) && fault.tries().isPresent())
                .mapToInt(fault -> fault.tries().getAsInt())
                .max();
    }

    /** The row that fits most closely; of equals the first. */
    public Optional<Fault> find(FaultFacts facts) {
        Optional<Fault> best = Optional.empty();
        int most = 0;
        for (Fault fault : faults) {
            int fit = fault.fit(facts);
            if (fit > most) {
                most = fit;
                best = Optional.of(fault);
            }
        }
        return best;
    }

    /** What to do about a failed call, said for a person: what happened, in whose words, and what to do. */
    public ModelException classify(FaultFacts facts) {
        Optional<Fault> fault = find(facts);
        Optional<Duration> wait = facts.retryAfter()
                .or(() -> RetryAfter.inSentence(facts.message()))
                .or(() -> RetryAfter.inBody(facts.body()));
        Reaction reaction =
                patient(asTold(fault.flatMap(Fault::reaction).orElse(Reaction.RETRY), facts.shouldRetry()), wait);
        return new ModelException(
                fault.map(Fault::reason).orElse("unknown"),
                reaction,
                wait,
                sentence(
                        facts,
                        fault.map(Fault::says).orElse("the call failed") + pause(reaction, wait),
                        fault.map(Fault::remedy).orElse("read what it says")),
                facts.body());
    }

    /** The fault with this reason, as if a provider had sent it; for scripted models. */
    public Optional<ModelException> play(String reason, String who) {
        return faults.stream()
                .filter(fault ->
                        fault.reason().equals(reason) && fault.reaction().isPresent())
                .filter(fault -> !fault.says().isEmpty())
                .findFirst()
                .map(fault -> new ModelException(
                        reason, fault.reaction().orElseThrow(), who + ": " + fault.says() + "; " + fault.remedy()));
    }

    /** The provider's own advice is taken, but never to go on where every other call would fail too. */
    private static Reaction asTold(Reaction reaction, Optional<Boolean> shouldRetry) {
        if (shouldRetry.isEmpty() || reaction == Reaction.RUN) {
            return reaction;
        }
        if (shouldRetry.get()) {
            return reaction == Reaction.ROW ? Reaction.RETRY : reaction;
        }
        return reaction == Reaction.RETRY ? Reaction.ROW : reaction;
    }

    /** A pause that is too long to hold calls back for is waited for by the provider's account as a whole. */
    private static Reaction patient(Reaction reaction, Optional<Duration> wait) {
        boolean far =
                wait.filter(time -> time.compareTo(RetryAfter.LONGEST) > 0).isPresent();
        return far && (reaction == Reaction.RETRY || reaction == Reaction.SLOW) ? Reaction.WAIT : reaction;
    }

    private static String pause(Reaction reaction, Optional<Duration> wait) {
        return reaction == Reaction.WAIT
                ? " and asks for a pause of "
                        + wait.orElseThrow().toString().substring(2).toLowerCase(Locale.ROOT)
                : "";
    }

    private static String sentence(FaultFacts facts, String says, String remedy) {
        StringBuilder text = new StringBuilder(facts.who()).append(": ").append(says);
        String quoted = quoted(facts.message());
        if (facts.status() > 0 || !quoted.isEmpty()) {
            text.append(" (").append(facts.status() > 0 ? "status " + facts.status() : "");
            text.append(facts.status() > 0 && !quoted.isEmpty() ? ": " : "")
                    .append(quoted)
                    .append(')');
        }
        return text.append("; ").append(remedy).toString();
    }

    /** Foreign words in one line, without control characters, not too long. */
    private static String quoted(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() > MOST_QUOTED ? line.substring(0, MOST_QUOTED) + "…" : line;
    }
}
