package fellowship.dsl;

import fellowship.plan.Jury.FamilyRule;
import fellowship.plan.SettleRule;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words inside {@code jury(…) { … }}. */
public interface JurySpec {

    /** Names the judges that vote, two or more. */
    default void jurors(Judge first, Judge... more) {
        jurors(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** Names the judges that vote by a list: {@code jurors([strict, helpful, terse])}. */
    void jurors(List<? extends Judge> judges);

    /**
     * Says how votes become a verdict: {@code majority}, {@code meanScore}, {@code medianScore}, {@code weighted},
     * {@code peerRank}, {@code dawidSkene} or {@code unanimous}; without it, majority.
     */
    void settle(SettleRule rule);

    /** Gives each juror's vote its weight, by the judge's name or by the judge: {@code weights strict: 2, helpful: 1}. */
    void weights(Map<?, ? extends Number> byJuror);

    /**
     * Says what becomes of a juror that judges an answer of its own model family: {@code exclude} leaves it out as
     * long as another remains, {@code warn} asks it and counts; without it, exclude.
     */
    void ownFamily(FamilyRule rule);

    /** Asks jurors one at a time, and none whose vote cannot change the verdict any more. */
    default void sequential() {
        sequential(Map.of());
    }

    /**
     * Asks jurors one at a time, and no further once the leading outcome wins with this probability:
     * {@code sequential(bound: 0.95)}.
     */
    void sequential(@NamedParams(@NamedParam(value = "bound", type = Number.class)) Map<String, ?> options);

    /** The same for Java. */
    default void sequential(double bound) {
        sequential(Map.of("bound", bound));
    }
}
