package fellowship.script;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/** Finds the bracket that a script forgot to close: the parser only knows that the end came too early. */
final class Brackets {

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    /** An open bracket; line and column from 1. */
    record Unclosed(String bracket, int line, int column) {}

    private Brackets() {}

    /** The innermost bracket without its partner; nothing when all have one or the text cannot be split into words. */
    static Optional<Unclosed> find(String text) {
        Deque<Unclosed> open = new ArrayDeque<>();
        try {
            for (Token token : new GroovyLangLexer(CharStreams.fromString(text)).getAllTokens()) {
                String word = token.getText();
                if (word.length() == 1 && OPEN.contains(word)) {
                    open.push(new Unclosed(word, token.getLine(), token.getCharPositionInLine() + 1));
                } else if (word.length() == 1 && CLOSE.contains(word)) {
                    if (open.isEmpty() || OPEN.indexOf(open.peek().bracket) != CLOSE.indexOf(word)) {
                        return Optional.ofNullable(open.peek());
                    }
                    open.pop();
                }
            }
        } catch (GroovySyntaxError e) {
            return Optional.empty();
        }
        return Optional.ofNullable(open.peek());
    }
}
