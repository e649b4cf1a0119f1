package fellowship.script;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/** The text of a piece of Groovy without layout and comments. */
final class Tokens {

    /** After these a line break means nothing. */
    private static final Set<String> OPEN = Set.of(
            "{", "(", "[", ",", ";", "->", "&&", "||", "+", "-", "*", "/", "==", "!=", "<", ">", "<=", ">=", "?", ":",
            "?:", "=", ".", "?.", "in", "return");

    /** Before these a line break means nothing. */
    private static final Set<String> CLOSE =
            Set.of("}", ")", "]", ".", "?.", "&&", "||", "==", "!=", "<=", ">=", "?", ":", "?:", ";", ",", "->", "=");

    private Tokens() {}

    /** The tokens with one space between them; a line break that ends a statement is {@code ;}. */
    static String of(String source) {
        List<String> words = new ArrayList<>();
        boolean broken = false;
        for (Token token : new GroovyLangLexer(CharStreams.fromString(source)).getAllTokens()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            String word = token.getText();
            if (word.isBlank() || word.startsWith("//") || word.startsWith("/*")) {
                broken = true;
                continue;
            }
            String last = words.isEmpty() ? "{" : words.get(words.size() - 1);
            if (broken && !OPEN.contains(last) && !CLOSE.contains(word)) {
                words.add(";");
            }
            broken = false;
            words.add(word);
        }
        return String.join(" ", words);
    }
}
