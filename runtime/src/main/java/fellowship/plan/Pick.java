package fellowship.plan;

/** Which draft of a row to take. The names are the words of scripts. */
public enum Pick {
    best,
    worst,
    first,
    last,
    random
}
