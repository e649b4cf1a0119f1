package fellowship.dsl;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A person's verdict on two candidates: a column's type, and what {@code against { … }} may give. */
public enum Label {
    /** The first candidate is better. */
    a,
    /** The second candidate is better. */
    b,
    /** They are equal. */
    tie;

    private static final Map<String, Label> SPELLINGS = Map.ofEntries(
            Map.entry("a", a),
            Map.entry("first", a),
            Map.entry("1", a),
            Map.entry("left", a),
            Map.entry("b", b),
            Map.entry("second", b),
            Map.entry("2", b),
            Map.entry("right", b),
            Map.entry("c", tie),
            Map.entry("tie", tie),
            Map.entry("equal", tie),
            Map.entry("both", tie),
            Map.entry("draw", tie),
            Map.entry("same", tie));

    /**
     * The label that data sets of people's judgments mean by a text: {@code A}, {@code [[A]]}, {@code model_a}, {@code first},
     * {@code 1}; likewise for the second; {@code tie}, {@code C}, {@code equal}, {@code tie (bothbad)}. Nothing for any
     * other text.
     */
    public static Optional<Label> of(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^\\[\\[(.*)]]$", "$1")
                .replaceFirst("^(model|answer|response|assistant|output|candidate)[ _-]?(?=[ab12]$)", "")
                .replaceFirst("^tie ?\\([a-z ]+\\)$", "tie");
        return Optional.ofNullable(SPELLINGS.get(plain));
    }
}
