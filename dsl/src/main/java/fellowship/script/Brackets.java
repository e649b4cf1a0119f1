package fellowship.script;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/** Finds the bracket that lacks its partner: the parser only knows that something else should have come. */
final class Brackets {

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    /** A bracket without its partner, and what is wrong with it; line and column from 1. */
    record Lonely(String bracket, int line, int column, String message) {

        static Lonely of(Token token) {
            String word = token.getText();
            return new Lonely(
                    word,
                    token.getLine(),
                    token.getCharPositionInLine() + 1,
                    "this " + word + (OPEN.contains(word) ? " is never closed" : " closes nothing"));
        }
    }

    private Brackets() {}

    /** The first bracket without its partner; nothing when all have one or the text cannot be split into words. */
    static Optional<Lonely> find(String text) {
        Deque<Lonely> open = new ArrayDeque<>();
        try {
            for (Token token : new GroovyLangLexer(CharStreams.fromString(text)).getAllTokens()) {
                String word = token.getText();
                if (word.length() == 1 && OPEN.contains(word)) {
                    open.push(Lonely.of(token));
                } else if (word.length() == 1 && CLOSE.contains(word)) {
                    if (open.isEmpty()) {
                        return Optional.of(Lonely.of(token));
                    }
                    if (OPEN.indexOf(open.peek().bracket) != CLOSE.indexOf(word)) {
                        return Optional.of(open.peek());
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
