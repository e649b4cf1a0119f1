package fellowship.script.read;

import org.codehaus.groovy.ast.ASTNode;

/**
 * What one evaluation may use: steps, characters of text that it makes, and nesting. Each is far more than a workflow needs
 * and far less than a machine has.
 */
final class Fuel {

    /** Steps of a script's evaluation, and of one closure on one row. */
    private static final long STEPS = 2_000_000;

    /** Characters that one evaluation may make. */
    private static final long TEXT = 8_000_000;

    private static final int DEPTH = 200;

    private long steps = STEPS;
    private long text = TEXT;
    private int depth;

    /** One step, or as many as a function takes. */
    void burn(long count, ASTNode at) {
        steps -= count;
        if (steps < 0) {
            throw new Refused("this takes too many steps: " + STEPS + " at most", at);
        }
    }

    /** Asked before a text of this length is made. */
    void make(long characters, ASTNode at) {
        text -= characters;
        if (text < 0) {
            throw new Refused("this makes too much text: " + TEXT + " characters at most", at);
        }
        burn(characters / 64, at);
    }

    void enter(ASTNode at) {
        if (++depth > DEPTH) {
            throw new Refused("this is nested too deeply: " + DEPTH + " levels at most", at);
        }
    }

    void leave() {
        depth--;
    }
}
