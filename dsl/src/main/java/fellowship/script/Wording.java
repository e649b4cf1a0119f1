package fellowship.script;

import fellowship.plan.SourcePosition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Tells the mistakes that the compiler found, in the words of the language and where the writer made them. */
final class Wording {

    private static final Pattern ESCAPE = Pattern.compile("\\\\([^bfnrstu0-7\"'\\\\$])");

    private final ScriptText text;
    private final Problems problems;

    Wording(ScriptText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** @param types the script's own types */
    void tell(MultipleCompilationErrorsException errors, List<String> types) {
        Collection<? extends Message> found = errors.getErrorCollector().getErrors();
        for (Message message : found) {
            if (message instanceof SyntaxErrorMessage syntax) {
                String original = Rewording.bare(syntax.getCause().getOriginalMessage());
                if (found.size() == 1 || !Rewording.follows(original)) {
                    tell(syntax.getCause(), original, types);
                }
            } else if (message instanceof ExceptionMessage failed) {
                problems.error(text.at(0, 0), "the script cannot be compiled: " + failed.getCause());
            }
        }
    }

    private void tell(SyntaxException cause, String original, List<String> types) {
        SourcePosition at = text.at(cause.getLine(), cause.getStartColumn());
        Optional<Brackets.Lonely> lonely =
                original.startsWith("Unexpected input") ? Brackets.find(text.whole()) : Optional.empty();
        if (lonely.isPresent()) {
            Brackets.Lonely bracket = lonely.get();
            problems.error(text.at(bracket.line(), bracket.column()), bracket.message());
        } else if (original.startsWith("Unexpected character: '\\''")
                || original.startsWith("Unexpected character: '\"'")) {
            problems.error(at, quote(cause));
        } else {
            problems.error(at, Rewording.of(original, types));
        }
    }

    /** The lexer stops at the quote that opens the text, whatever is wrong inside. */
    private String quote(SyntaxException cause) {
        Matcher escape = ESCAPE.matcher(text.line(cause.getLine()));
        return escape.find(Math.max(0, Math.min(cause.getStartColumn() - 1, escape.regionEnd())))
                ? "in this text \\" + escape.group(1) + " means nothing; a backslash is written \\\\"
                : "this text has no closing quote";
    }
}
