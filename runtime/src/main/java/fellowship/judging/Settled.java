package fellowship.judging;

import java.util.Map;

/** What a rule that learns from all rows came to, by a row's id. Empty while the rows are judged for the first time. */
public record Settled(Map<String, Ballot> ballots) {

    public Settled {
        ballots = Map.copyOf(ballots);
    }

    /** Nothing is learned yet. */
    public static Settled nothing() {
        return new Settled(Map.of());
    }
}
