package fellowship.tally;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The family of a model by its name: the letters that the last part of its path begins with, so {@code gpt} for
 * {@code gpt-4o-mini} and {@code llama} for {@code meta-llama/Llama-3.1-8B}. Models that were trained on another's texts
 * are not found out.
 */
public final class Family {

    private static final Pattern LETTERS = Pattern.compile("^[a-z]+");

    private Family() {}

    /** Empty for a name that does not begin with a letter. */
    public static String of(String model) {
        String last = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Matcher letters = LETTERS.matcher(last);
        return letters.find() ? letters.group() : "";
    }

    /** Whether both names have one family; a model without a family has no kin. */
    public static boolean same(String one, String other) {
        return !of(one).isEmpty() && of(one).equals(of(other));
    }
}
