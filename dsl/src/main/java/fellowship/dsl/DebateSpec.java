package fellowship.dsl;

/** The words inside {@code debate(…) { … }}. */
public interface DebateSpec extends OrderWords {

    /** Seats a judge at the table in a role: {@code seat 'general public', helpful}; seats speak in this order. */
    void seat(String persona, Judge judge);

    /** Says how many rounds are held at most, 1 or more; in a round each seat speaks once; without it, 2. */
    void rounds(int count);

    /** Has a judge read the talk and decide; without it, every seat gives a closing judgment. */
    void closing(Judge judge);

    /** Ends the talk after a round in which all seats lean the same way. */
    void untilAgreed();

    /** Lets no seat vote before the talk: cheaper, and what the talk changes cannot be seen. */
    void withoutFirstVotes();

    /** Begins the talk with the first votes and their reasons; without it, they stay secret. */
    void showFirstVotes();
}
