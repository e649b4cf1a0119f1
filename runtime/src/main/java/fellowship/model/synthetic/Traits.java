package fellowship.model.synthetic;

import fellowship.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a synthetic model is like; see {@link SyntheticModel} for what each number does.
 *
 * @param numbers by name; all of {@link #STANDARD}
 * @param family letters
 * @param reference as it was written: where all its chance comes from
 */
record Traits(Map<String, Double> numbers, String family, String reference) {

    private static final String FAMILY = "family";
    private static final Pattern LETTERS = Pattern.compile("[a-z]{1,40}");

    private record Range(double standard, double least, double most) {
        String words() {
            return least == -Double.MAX_VALUE ? "a number" : "from " + plain(least) + " to " + plain(most);
        }
    }

    private static final double ANY = Double.MAX_VALUE;

    private static final Map<String, Range> STANDARD = standard();

    private static Map<String, Range> standard() {
        Map<String, Range> all = new LinkedHashMap<>();
        all.put("position", new Range(0, -ANY, ANY));
        all.put("length", new Range(0, -ANY, ANY));
        all.put("self", new Range(0, -ANY, ANY));
        all.put("noise", new Range(1, 0, 1000));
        all.put("correlation", new Range(0, 0, 1));
        all.put("tie", new Range(0, 0, 1000));
        all.put("unreadable", new Range(0, 0, 1));
        all.put("plain", new Range(0, -ANY, ANY));
        all.put("quality", new Range(0, -ANY, ANY));
        all.put("spread", new Range(1, 0, 1000));
        all.put("characters", new Range(300, 60, 100_000));
        all.put("variety", new Range(0.4, 0, 3));
        return all;
    }

    Traits {
        numbers = Map.copyOf(numbers);
    }

    /**
     * Reads {@code name=value,name=value#seed}.
     *
     * @throws IllegalArgumentException for a name that is not known, a name said twice or a value out of its range
     */
    static Traits parse(String reference) {
        int hash = reference.lastIndexOf('#');
        String settings = hash < 0 ? reference : reference.substring(0, hash);
        Map<String, Double> numbers = new LinkedHashMap<>();
        String family = "synthetic";
        for (String setting : settings.isBlank() ? List.<String>of() : List.of(settings.split(",", -1))) {
            int equals = setting.indexOf('=');
            check(
                    equals > 0,
                    "'" + setting.strip() + "' is no setting of a synthetic model; write name=value, for"
                            + " example position=0.3,noise=1#7");
            String name = setting.substring(0, equals).strip();
            String value = setting.substring(equals + 1).strip();
            if (name.equals(FAMILY)) {
                check(LETTERS.matcher(value).matches(), "family must be small letters, was '" + value + "'");
                family = value;
            } else {
                check(numbers.put(name, number(name, value)) == null, name + " is there twice");
            }
        }
        STANDARD.forEach((name, range) -> numbers.putIfAbsent(name, range.standard()));
        return new Traits(numbers, family, reference);
    }

    private static double number(String name, String value) {
        Range range = STANDARD.get(name);
        if (range == null) {
            List<String> known = new java.util.ArrayList<>(STANDARD.keySet());
            known.add(FAMILY);
            throw new IllegalArgumentException(
                    "a synthetic model has no setting '" + name + "': " + Nearest.hint(name, known));
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be " + range.words() + ", was '" + value + "'", e);
        }
        check(number >= range.least() && number <= range.most(), name + " must be " + range.words() + ", was " + value);
        return number;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    double of(String name) {
        return numbers.getOrDefault(name, 0.0);
    }
}
