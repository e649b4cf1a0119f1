package fellowship.script.read;

import org.codehaus.groovy.ast.ASTNode;

/** What a script that is read may not say, or a value that its words do not take; with the place. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    Refused(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    Refused(String message, ASTNode at) {
        this(message, at.getLineNumber(), at.getColumnNumber());
    }

    /** From 1; 0 where it is about the whole script. */
    public int line() {
        return line;
    }

    /** From 1; 0 where only the line is known. */
    public int column() {
        return column;
    }
}
