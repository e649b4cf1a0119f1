package fellowship.script.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/** Patterns under fuel: the matcher looks at one character at a time, and each look is a step. */
final class Regex {

    private static final int LONGEST_PATTERN = 1_000;

    /** A text that counts how often it is looked at. */
    private record Watched(CharSequence text, Fuel fuel, ASTNode at) implements CharSequence {
        @Override
        public char charAt(int index) {
            fuel.burn(1, at);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private Regex() {}

    private static <R> R with(String text, String pattern, Fuel fuel, ASTNode at, Function<Matcher, R> use) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new Refused("a pattern has " + LONGEST_PATTERN + " characters at most", at);
        }
        try {
            return use.apply(Pattern.compile(pattern).matcher(new Watched(text, fuel, at)));
        } catch (PatternSyntaxException e) {
            throw new Refused("this is no pattern: " + e.getDescription(), at);
        } catch (StackOverflowError e) {
            throw new Refused("this pattern goes too deep for this text", at);
        }
    }

    static boolean matches(String text, String pattern, Fuel fuel, ASTNode at) {
        return with(text, pattern, fuel, at, Matcher::matches);
    }

    /** The first match as text; nothing where there is none. */
    static @Nullable String first(String text, String pattern, Fuel fuel, ASTNode at) {
        return RegexResult.orNull(
                with(text, pattern, fuel, at, found -> new RegexResult(found.find() ? found.group() : null)));
    }

    private record RegexResult(@Nullable String text) {
        static @Nullable String orNull(RegexResult result) {
            return result.text;
        }
    }

    /** All matches: texts, or lists of the whole and its groups where the pattern has some. */
    static List<@Nullable Object> all(String text, String pattern, Fuel fuel, ASTNode at) {
        return with(text, pattern, fuel, at, found -> {
            List<@Nullable Object> all = new ArrayList<>();
            while (found.find()) {
                fuel.make(found.end() - found.start(), at);
                if (found.groupCount() == 0) {
                    all.add(found.group());
                } else {
                    List<@Nullable Object> groups = new ArrayList<>();
                    for (int i = 0; i <= found.groupCount(); i++) {
                        groups.add(found.group(i));
                    }
                    all.add(groups);
                }
            }
            return all;
        });
    }

    static String replace(String text, String pattern, String by, boolean onlyFirst, Fuel fuel, ASTNode at) {
        return with(text, pattern, fuel, at, found -> {
            StringBuilder out = new StringBuilder();
            try {
                while (found.find()) {
                    int before = out.length();
                    found.appendReplacement(out, by);
                    fuel.make(out.length() - before, at);
                    if (onlyFirst) {
                        break;
                    }
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Refused("this replacement does not fit its pattern: " + e.getMessage(), at);
            }
            found.appendTail(out);
            return out.toString();
        });
    }

    static List<String> split(String text, String pattern, Fuel fuel, ASTNode at) {
        return with(text, pattern, fuel, at, found -> {
            List<String> parts = new ArrayList<>();
            int from = 0;
            while (found.find()) {
                fuel.make(found.end() - from, at);
                if (found.end() > 0 && !(found.start() == found.end() && found.start() >= text.length())) {
                    parts.add(text.substring(from, found.start()));
                    from = found.end();
                }
            }
            parts.add(text.substring(from));
            while (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
                parts.remove(parts.size() - 1);
            }
            return parts;
        });
    }
}
