package fellowship.dsl;

/** The words inside {@code discussion(…) { … }}. */
public interface DiscussionSpec extends OrderWords {

    /** Names the two judges that discuss. */
    void between(Judge first, Judge second);

    /** Says how many turns are held at most, both together: an even number of 2 or more; without it, 4. */
    void turns(int count);
}
