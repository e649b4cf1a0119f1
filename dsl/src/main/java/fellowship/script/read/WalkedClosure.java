package fellowship.script.read;

import groovy.lang.Closure;
import java.util.SortedMap;
import java.util.TreeMap;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.jspecify.annotations.Nullable;

/**
 * A closure of a script that is read, as the words take it: a block, whose words are said to the delegate while the script is
 * evaluated, or a leaf, which is walked anew for each row.
 */
public final class WalkedClosure extends Closure<Object> {

    private static final long serialVersionUID = 1;

    private final transient ClosureExpression code;
    private final transient Scope scope;
    private final transient Walker walker;
    private final boolean leaf;
    private final boolean test;

    /** @param test whether it must give true or false */
    WalkedClosure(ClosureExpression code, Scope scope, Walker walker, boolean leaf, boolean test) {
        super(WalkedClosure.class);
        this.code = code;
        this.scope = scope;
        this.walker = walker;
        this.leaf = leaf;
        this.test = test;
    }

    /** What was written. */
    public ClosureExpression code() {
        return code;
    }

    /** The variables from outside that it names, with their values. */
    public SortedMap<String, @Nullable Object> captured() {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        new Names(code).used().stream().filter(scope::knows).forEach(name -> values.put(name, scope.value(name)));
        return values;
    }

    @Override
    public Object call() {
        return call(new Object[0]);
    }

    @Override
    public Object call(Object argument) {
        return call(new Object[] {argument});
    }

    @Override
    @SuppressWarnings("NullAway") // a leaf may give nothing, which Groovy's type does not say
    public Object call(Object... arguments) {
        if (!leaf) {
            walker.statements(code.getCode(), new Scope(scope, getDelegate()));
            return arguments;
        }
        Object result = walker.onRow().call(code, scope, arguments);
        if (test && !(result instanceof Boolean)) {
            throw new Refused("this closure must say true or false, but gives " + Values.kind(result), code);
        }
        return result;
    }
}
