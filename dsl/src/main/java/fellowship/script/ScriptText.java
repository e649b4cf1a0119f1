package fellowship.script;

import fellowship.plan.SourcePosition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;

/**
 * The text of a script, by lines.
 *
 * @param file its name as the user gave it
 */
record ScriptText(String file, List<String> lines) {

    /** The name that the compiler knows the script by, whatever the file is called: class names come from it. */
    static final String UNIT = "script.groovy";

    /** How far a template may reach from its word, in lines. */
    private static final int TEMPLATE_LINES = 400;

    /** A piece of the text; lines and columns from 1, the end exclusive. */
    record Extent(int line, int column, int lastLine, int lastColumn) {
        static Extent of(ASTNode node) {
            return new Extent(
                    node.getLineNumber(), node.getColumnNumber(), node.getLastLineNumber(), node.getLastColumnNumber());
        }
    }

    static ScriptText of(String file, String text) {
        return new ScriptText(
                file,
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
    }

    SourcePosition at(int line, int column) {
        return new SourcePosition(file, Math.max(0, line), Math.max(0, column));
    }

    SourcePosition at(ASTNode node) {
        return at(node.getLineNumber(), node.getColumnNumber());
    }

    /** The whole text, with one kind of line ends. */
    String whole() {
        return String.join("\n", lines);
    }

    /** A line from 1; empty beyond the end. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    String cut(Extent extent) {
        StringBuilder out = new StringBuilder();
        for (int i = extent.line; i <= Math.min(extent.lastLine, lines.size()); i++) {
            String line = lines.get(i - 1);
            int from = i == extent.line ? Math.min(extent.column - 1, line.length()) : 0;
            int to = i == extent.lastLine ? Math.min(extent.lastColumn - 1, line.length()) : line.length();
            out.append(line, from, Math.max(from, to)).append('\n');
        }
        return out.toString();
    }

    /** The place of {@code {{name}}} in the template at a word; the word's place when it is not written there. */
    SourcePosition hole(SourcePosition word, String name) {
        Pattern hole = Pattern.compile("\\{\\{\\s*" + Pattern.quote(name) + "\\s*}}");
        for (int i = word.line(); i >= 1 && i <= Math.min(lines.size(), word.line() + TEMPLATE_LINES); i++) {
            Matcher matcher = hole.matcher(lines.get(i - 1));
            int from = i == word.line() ? Math.max(0, word.column() - 1) : 0;
            if (from <= lines.get(i - 1).length() && matcher.find(from)) {
                return at(i, matcher.start() + 1);
            }
        }
        return word;
    }
}
