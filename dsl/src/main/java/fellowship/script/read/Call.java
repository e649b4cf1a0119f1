package fellowship.script.read;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/**
 * One call of a value function.
 *
 * @param name as it is written
 * @param arguments plain values and closures
 */
record Call(String name, List<@Nullable Object> arguments, Fuel fuel, ASTNode at) {

    /** A closure of the script, as functions call it. */
    interface Body {
        @Nullable
        Object of(@Nullable Object... values);
    }

    Refused refused(String why) {
        return new Refused("'" + name + "' " + why, at);
    }

    int count() {
        return arguments.size();
    }

    @Nullable
    Object value(int index) {
        return arguments.get(index);
    }

    String text(int index) {
        if (index < arguments.size() && arguments.get(index) instanceof String text) {
            return text;
        }
        throw refused("needs a text");
    }

    int whole(int index) {
        if (index < arguments.size() && arguments.get(index) instanceof Number number) {
            return number.intValue();
        }
        throw refused("needs a whole number");
    }

    Body body() {
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Body body) {
            return body;
        }
        throw refused("needs a closure { … }");
    }

    boolean hasBody() {
        return !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Body;
    }
}
