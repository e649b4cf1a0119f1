package fellowship.script.read;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.List;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * From text to tree, and no further: a source unit alone has no phases that resolve, transform or generate anything. The
 * parser's cost is bounded before it begins, since it cannot be stopped.
 */
public final class SyntaxTree {

    /** A script of a paper has some 3,000 characters. */
    static final int CHARACTERS = 256 * 1024;

    private static final int TOKENS = 30_000;

    /** Of round, square and curly brackets. From some 200 on the parser takes minutes. */
    private static final int NESTING = 40;

    /** Tokens between two that end an expression; a chain of operators is as deep in the tree as it is long. */
    private static final int RUN = 400;

    private static final int DIGITS = 40;

    private SyntaxTree() {}

    /**
     * Parses a script.
     *
     * @throws Refused where it is too large or too deep
     * @throws MultipleCompilationErrorsException where it is no Groovy
     */
    public static ModuleNode parse(String name, String text) {
        if (text.length() > CHARACTERS) {
            throw new Refused("a script that is read has " + CHARACTERS + " characters at most", 1, 0);
        }
        bound(text);
        CompilerConfiguration configuration = new CompilerConfiguration();
        SourceUnit unit = new SourceUnit(name, text, configuration, null, new ErrorCollector(configuration));
        try {
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
        } catch (MultipleCompilationErrorsException e) {
            throw e;
        } catch (CompilationFailedException | StackOverflowError | GroovyBugError e) {
            throw new Refused("this cannot be parsed: it is nested too deeply", 1, 0);
        }
        return unit.getAST();
    }

    /** The mistakes that the parser found. */
    public static List<SyntaxException> mistakes(MultipleCompilationErrorsException errors) {
        List<SyntaxException> found = new ArrayList<>();
        for (int i = 0; i < errors.getErrorCollector().getErrorCount(); i++) {
            SyntaxException one = errors.getErrorCollector().getSyntaxError(i);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private static void bound(String text) {
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        int nesting = 0;
        int run = 0;
        int tokens = 0;
        boolean ended = true; // whether a line break here ends an expression
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                String word = token.getText();
                char first = word.isEmpty() ? ' ' : word.charAt(0);
                if (++tokens > TOKENS) {
                    throw refused("a script that is read has " + TOKENS + " words at most", token);
                }
                if (Character.isDigit(first) && word.length() > DIGITS) {
                    throw refused("a number has " + DIGITS + " digits at most", token);
                }
                boolean opens = word.equals("(") || word.equals("[") || word.equals("{") || word.endsWith("${");
                boolean closes = word.equals(")") || word.equals("]") || word.equals("}");
                nesting = Math.max(0, nesting + (opens ? 1 : closes ? -1 : 0));
                if (nesting > NESTING) {
                    throw refused("brackets are nested " + NESTING + " deep at most", token);
                }
                boolean ends = (first == '\n' || first == '\r') && ended
                        || word.equals(";")
                        || word.equals(",")
                        || opens && !word.equals("(") && !word.equals("[");
                run = ends ? 0 : run + 1;
                ended = !first(word)
                        ? ended
                        : closes || Character.isLetterOrDigit(first) || "_\"'/$".indexOf(first) >= 0;
                if (run > RUN) {
                    throw refused("an expression has " + RUN + " words at most", token);
                }
            }
        } catch (GroovySyntaxError | GroovyBugError e) {
            return; // the lexer's own complaint: the parser words it better
        }
    }

    /** Whether a token says anything, so that what follows a line break can be told. */
    private static boolean first(String word) {
        return !word.isBlank() && !word.startsWith("//") && !word.startsWith("/*");
    }

    private static Refused refused(String message, Token at) {
        return new Refused(message, at.getLine(), at.getCharPositionInLine() + 1);
    }
}
