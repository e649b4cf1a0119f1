package fellowship.script.read;

import fellowship.script.read.Functions.Function;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/** What can be asked of a text. */
final class TextFunctions {

    static final Map<String, Function<String>> TABLE = new HashMap<>();

    static {
        looks();
        makes();
        patterns();
        numbers();
    }

    private TextFunctions() {}

    private static void looks() {
        TABLE.put("size", (text, call) -> text.length());
        TABLE.put("length", (text, call) -> text.length());
        TABLE.put("isEmpty", (text, call) -> text.isEmpty());
        TABLE.put("isBlank", (text, call) -> paid(text, call).isBlank());
        TABLE.put("contains", (text, call) -> found(text, call) >= 0);
        TABLE.put("indexOf", TextFunctions::found);
        TABLE.put("lastIndexOf", (text, call) -> sought(text, call).lastIndexOf(call.text(0)));
        TABLE.put("startsWith", (text, call) -> paid(text, call).startsWith(call.text(0)));
        TABLE.put("endsWith", (text, call) -> paid(text, call).endsWith(call.text(0)));
        TABLE.put("equals", (text, call) -> Values.equal(text, call.value(0), call.fuel(), call.at()));
        TABLE.put("equalsIgnoreCase", (text, call) -> paid(text, call).equalsIgnoreCase(call.text(0)));
        TABLE.put("compareTo", (text, call) -> paid(text, call).compareTo(call.text(0)));
        TABLE.put("count", (text, call) -> count(text, call));
        TABLE.put("toString", (text, call) -> text);
    }

    private static void makes() {
        TABLE.put("toLowerCase", (text, call) -> made(text, call).toLowerCase(Locale.ROOT));
        TABLE.put("toUpperCase", (text, call) -> made(text, call).toUpperCase(Locale.ROOT));
        TABLE.put("trim", (text, call) -> made(text, call).trim());
        TABLE.put("strip", (text, call) -> made(text, call).strip());
        TABLE.put("stripIndent", (text, call) -> made(text, call).stripIndent());
        TABLE.put(
                "reverse",
                (text, call) -> new StringBuilder(made(text, call)).reverse().toString());
        TABLE.put(
                "capitalize",
                (text, call) -> text.isEmpty()
                        ? text
                        : Character.toUpperCase(text.charAt(0))
                                + made(text, call).substring(1));
        TABLE.put("concat", (text, call) -> {
            call.fuel().make(call.text(0).length(), call.at());
            return made(text, call).concat(call.text(0));
        });
        TABLE.put(
                "substring",
                (text, call) -> call.count() == 1
                        ? made(text, call).substring(call.whole(0))
                        : made(text, call).substring(call.whole(0), call.whole(1)));
        TABLE.put("take", (text, call) -> made(text, call).substring(0, within(call.whole(0), text)));
        TABLE.put("drop", (text, call) -> made(text, call).substring(within(call.whole(0), text)));
        TABLE.put("takeRight", (text, call) -> made(text, call).substring(text.length() - within(call.whole(0), text)));
        TABLE.put("dropRight", (text, call) -> made(text, call)
                .substring(0, text.length() - within(call.whole(0), text)));
        TABLE.put("replace", TextFunctions::replace);
        TABLE.put("padLeft", (text, call) -> " ".repeat(missing(text, call)) + text);
        TABLE.put("padRight", (text, call) -> text + " ".repeat(missing(text, call)));
        TABLE.put("lines", (text, call) -> made(text, call).lines().toList());
        TABLE.put("readLines", (text, call) -> made(text, call).lines().toList());
        TABLE.put("toList", (text, call) -> characters(text, call));
        TABLE.put("tokenize", TextFunctions::tokens);
    }

    private static void patterns() {
        TABLE.put("matches", (text, call) -> Regex.matches(text, call.text(0), call.fuel(), call.at()));
        TABLE.put("find", (text, call) -> Regex.first(text, call.text(0), call.fuel(), call.at()));
        TABLE.put("findAll", (text, call) -> Regex.all(text, call.text(0), call.fuel(), call.at()));
        TABLE.put(
                "replaceAll",
                (text, call) -> Regex.replace(text, call.text(0), call.text(1), false, call.fuel(), call.at()));
        TABLE.put(
                "replaceFirst",
                (text, call) -> Regex.replace(text, call.text(0), call.text(1), true, call.fuel(), call.at()));
        TABLE.put(
                "split",
                (text, call) -> call.count() == 0
                        ? tokens(text, new Call("split", List.of(), call.fuel(), call.at()))
                        : Regex.split(text, call.text(0), call.fuel(), call.at()));
    }

    private static void numbers() {
        TABLE.put("isInteger", (text, call) -> text.strip().matches("[+-]?\\d{1,10}") && isInt(text));
        TABLE.put("isLong", (text, call) -> text.strip().matches("[+-]?\\d{1,18}"));
        TABLE.put("isNumber", (text, call) -> number(text) != 0);
        TABLE.put("isDouble", (text, call) -> number(text) != 0);
        TABLE.put("isBigDecimal", (text, call) -> number(text) != 0);
        TABLE.put("toInteger", (text, call) -> Types.as("int", text, call.fuel(), call.at()));
        TABLE.put("toLong", (text, call) -> Types.as("long", text, call.fuel(), call.at()));
        TABLE.put("toDouble", (text, call) -> Types.as("double", text, call.fuel(), call.at()));
        TABLE.put("toFloat", (text, call) -> Types.as("float", text, call.fuel(), call.at()));
        TABLE.put("toBigDecimal", (text, call) -> Types.as("BigDecimal", text, call.fuel(), call.at()));
        TABLE.put("toBoolean", (text, call) -> text.strip().matches("(?i)true|y|1"));
    }

    private static boolean isInt(String text) {
        long value = Long.parseLong(text.strip());
        return value == (int) value;
    }

    /** 1 where a text is a number, else 0. */
    private static int number(String text) {
        try {
            return text.length() > 400 || new BigDecimal(text.strip()).precision() == 0 ? 0 : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The text, whose whole length was looked at. */
    private static String paid(String text, Call call) {
        call.fuel().burn(text.length() / 64, call.at());
        return text;
    }

    /** The text, of which a changed copy is made. */
    private static String made(String text, Call call) {
        call.fuel().make(text.length(), call.at());
        return text;
    }

    /** Looking for a text takes their product in the worst case. */
    private static String sought(String text, Call call) {
        call.fuel().burn((long) text.length() * Math.min(call.text(0).length(), 1_000) / 256, call.at());
        return text;
    }

    private static int found(String text, Call call) {
        return sought(text, call).indexOf(call.text(0));
    }

    private static int within(int count, String text) {
        return Math.max(0, Math.min(count, text.length()));
    }

    private static int missing(String text, Call call) {
        int missing = Math.max(0, call.whole(0) - text.length());
        call.fuel().make((long) missing + text.length(), call.at());
        return missing;
    }

    private static int count(String text, Call call) {
        String part = call.text(0);
        sought(text, call);
        int count = 0;
        for (int at = text.indexOf(part); at >= 0 && !part.isEmpty(); at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static String replace(String text, Call call) {
        int times = call.text(0).isEmpty() ? text.length() + 1 : count(text, call);
        call.fuel().make(text.length() + (long) times * call.text(1).length(), call.at());
        return text.replace(call.text(0), call.text(1));
    }

    private static List<String> characters(String text, Call call) {
        call.fuel().make(text.length() * 8L, call.at());
        return new ArrayList<>(Arrays.asList(text.split("")));
    }

    private static List<String> tokens(String text, Call call) {
        StringTokenizer tokens =
                call.count() == 0 ? new StringTokenizer(text) : new StringTokenizer(text, call.text(0));
        List<String> all = new ArrayList<>();
        made(text, call);
        while (tokens.hasMoreTokens()) {
            call.fuel().burn(1, call.at());
            all.add(tokens.nextToken());
        }
        return all;
    }
}
