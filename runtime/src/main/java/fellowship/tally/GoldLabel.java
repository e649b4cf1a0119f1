package fellowship.tally;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what scripts give as the right label of a pair: {@code a}, {@code first}, {@code model_b}, {@code tie} … */
final class GoldLabel {

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("a", "first"),
            Map.entry("first", "first"),
            Map.entry("1", "first"),
            Map.entry("left", "first"),
            Map.entry("b", "second"),
            Map.entry("second", "second"),
            Map.entry("2", "second"),
            Map.entry("right", "second"),
            Map.entry("c", "tie"),
            Map.entry("tie", "tie"),
            Map.entry("equal", "tie"),
            Map.entry("both", "tie"),
            Map.entry("draw", "tie"),
            Map.entry("same", "tie"));

    private GoldLabel() {}

    static Optional<String> of(Object given) {
        String plain = String.valueOf(given)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^\\[\\[(.*)]]$", "$1")
                .replaceFirst("^(model|answer|response|assistant|output|candidate)[ _-]?(?=[ab12]$)", "")
                .replaceFirst("^tie ?\\([a-z ]+\\)$", "tie");
        return Optional.ofNullable(SPELLINGS.get(plain));
    }
}
