package fellowship.model.embedded;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text is cut into words before it is cut into tokens; no token crosses two words. */
enum PreTokenizer {
    /** As GPT-2 does it, each digit alone. */
    SMOLLM("smollm", true, "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"),
    QWEN2(
            "qwen2",
            false,
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private final String name;
    private final boolean cutsDigitsFirst;
    private final Pattern words;

    PreTokenizer(String name, boolean cutsDigitsFirst, String words) {
        this.name = name;
        this.cutsDigitsFirst = cutsDigitsFirst;
        this.words = Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
    }

    static PreTokenizer of(String name) {
        for (PreTokenizer known : values()) {
            if (known.name.equals(name)) {
                return known;
            }
        }
        throw new GgufException(
                "its tokenizer cuts words in a way (" + name + ") that is not known here; smollm and qwen2 are");
    }

    void words(CharSequence text, Consumer<String> to) {
        if (!cutsDigitsFirst) {
            cut(text, to);
            return;
        }
        Matcher digit = DIGIT.matcher(text);
        int at = 0;
        while (digit.find()) {
            cut(text.subSequence(at, digit.start()), to);
            to.accept(digit.group());
            at = digit.end();
        }
        cut(text.subSequence(at, text.length()), to);
    }

    private void cut(CharSequence text, Consumer<String> to) {
        Matcher word = words.matcher(text);
        while (word.find()) {
            to.accept(word.group());
        }
    }
}
