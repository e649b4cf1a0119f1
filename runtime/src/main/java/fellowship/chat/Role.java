package fellowship.chat;

import java.util.Locale;

/** Who speaks in a {@link Message}. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** The word that providers and data sets use: {@code system}, {@code user}, {@code assistant}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
