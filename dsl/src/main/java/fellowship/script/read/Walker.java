package fellowship.script.read;

import fellowship.text.Nearest;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/** Walks expressions and statements: the nodes of {@link Subset}, and no other. One for each evaluation, with its own fuel. */
final class Walker extends Expressions {

    /** A closure of the script, before it is known who takes it. */
    record Body(Walker walker, ClosureExpression code, Scope scope) implements Call.Body {
        @Override
        public @Nullable Object of(@Nullable Object... values) {
            return walker.call(code, scope, values);
        }
    }

    /** What a {@code return} gives; distinct from a value, so that an {@code if} around it ends too. */
    private record Returned(@Nullable Object value) {}

    /** What does not change while a script is walked. */
    record Ground(
            Language language,
            Words words,
            Views views,
            Map<String, RecordData> records,
            Map<String, Class<?>> marks,
            Here here) {}

    /** Told which word is being said. */
    interface Here {
        /** Moves there, and tells where it was before. */
        @Nullable
        ASTNode move(@Nullable ASTNode to);
    }

    private final List<Refused> found;

    /** @param found what is refused of leaves is added here */
    Walker(Ground ground, List<Refused> found) {
        super(ground);
        this.found = found;
    }

    /** A walk over one row, with fuel of its own. */
    Walker onRow() {
        return new Walker(ground, new ArrayList<>());
    }

    static String near(String wrong, Collection<String> known) {
        return Nearest.of(wrong, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** Calls a closure with its values. */
    @Nullable
    Object call(ClosureExpression code, Scope around, @Nullable Object... values) {
        Scope scope = around.inner();
        Parameter[] parameters = code.getParameters();
        if (parameters == null || parameters.length == 0) {
            scope.declare("it", values.length == 0 ? null : values[0]);
        } else {
            List<?> all = parameters.length > 1 && values.length == 1 && values[0] instanceof List<?> list
                    ? list
                    : Arrays.asList(values);
            for (int i = 0; i < parameters.length; i++) {
                scope.declare(parameters[i].getName(), i < all.size() ? all.get(i) : null);
            }
        }
        fuel.enter(code);
        Object result = statements(code.getCode(), scope);
        fuel.leave();
        return result;
    }

    /** Walks a closure's code; gives the value of its last statement, or of its return. */
    @Nullable
    Object statements(Statement code, Scope scope) {
        Object result = statement(code, scope);
        return result instanceof Returned returned ? returned.value() : result;
    }

    @Nullable
    Object statement(Statement statement, Scope scope) {
        fuel.burn(1, statement);
        if (statement instanceof BlockStatement block) {
            Object last = null;
            for (Statement one : block.getStatements()) {
                last = statement(one, scope);
                if (last instanceof Returned) {
                    return last;
                }
            }
            return last;
        }
        if (statement instanceof ExpressionStatement one) {
            return one.getExpression() instanceof DeclarationExpression declaration
                    ? declare(declaration, value(declaration.getRightExpression(), scope), scope)
                    : value(one.getExpression(), scope);
        }
        if (statement instanceof ReturnStatement result) {
            return new Returned(value(result.getExpression(), scope));
        }
        if (statement instanceof IfStatement choice) {
            return statement(
                    Values.truth(value(choice.getBooleanExpression(), scope))
                            ? choice.getIfBlock()
                            : choice.getElseBlock(),
                    scope.inner());
        }
        if (statement instanceof EmptyStatement) {
            return null;
        }
        throw Constructs.refused(statement);
    }

    @Nullable
    Object declare(DeclarationExpression declaration, @Nullable Object value, Scope scope) {
        VariableExpression variable = declaration.getVariableExpression();
        if (scope.knows(variable.getName())) {
            throw new Refused("the variable '" + variable.getName() + "' is declared already", variable);
        }
        Object typed = variable.isDynamicTyped() || !Values.isPlain(value)
                ? value
                : fellowship.script.read.Types.as(variable.getOriginType().getName(), value, fuel, declaration);
        scope.declare(variable.getName(), typed);
        return typed;
    }

    @Nullable
    Object value(Expression expression, Scope scope) {
        fuel.burn(1, expression);
        fuel.enter(expression);
        try {
            return walked(expression, scope);
        } finally {
            fuel.leave();
        }
    }

    private @Nullable Object walked(Expression expression, Scope scope) {
        Class<?> kind = expression.getClass();
        if (expression instanceof EmptyExpression) {
            return null;
        }
        if (expression instanceof ConstantExpression constant) {
            return constant(constant);
        }
        if (kind == VariableExpression.class) {
            return variable((VariableExpression) expression, scope);
        }
        if (kind == MethodCallExpression.class) {
            return call((MethodCallExpression) expression, scope);
        }
        if (kind == PropertyExpression.class) {
            return property((PropertyExpression) expression, scope);
        }
        if (kind == ClosureExpression.class) {
            return new Body(this, (ClosureExpression) expression, scope);
        }
        if (kind == BinaryExpression.class) {
            return binary((BinaryExpression) expression, scope);
        }
        if (kind == ConstructorCallExpression.class) {
            return made((ConstructorCallExpression) expression, scope);
        }
        if (kind == NotExpression.class) {
            return !Values.truth(value(((NotExpression) expression).getExpression(), scope));
        }
        if (kind == BooleanExpression.class) {
            return Values.truth(value(((BooleanExpression) expression).getExpression(), scope));
        }
        if (expression instanceof MapExpression map) {
            return map(map, scope);
        }
        if (kind == ListExpression.class) {
            return Values.weighed(values((ListExpression) expression, scope), fuel, expression);
        }
        return rest(expression, kind, scope);
    }

    private @Nullable Object rest(Expression expression, Class<?> kind, Scope scope) {
        if (kind == GStringExpression.class) {
            return text((GStringExpression) expression, scope);
        }
        if (kind == ElvisOperatorExpression.class) {
            ElvisOperatorExpression choice = (ElvisOperatorExpression) expression;
            Object value = value(choice.getTrueExpression(), scope);
            return Values.truth(value) ? value : value(choice.getFalseExpression(), scope);
        }
        if (kind == TernaryExpression.class) {
            TernaryExpression choice = (TernaryExpression) expression;
            return Values.truth(value(choice.getBooleanExpression(), scope))
                    ? value(choice.getTrueExpression(), scope)
                    : value(choice.getFalseExpression(), scope);
        }
        if (kind == UnaryMinusExpression.class || kind == UnaryPlusExpression.class) {
            boolean minus = expression instanceof UnaryMinusExpression;
            Object value = value(
                    minus
                            ? ((UnaryMinusExpression) expression).getExpression()
                            : ((UnaryPlusExpression) expression).getExpression(),
                    scope);
            return Operators.apply(minus ? Types.MINUS : Types.PLUS, 0, value, fuel, expression);
        }
        if (kind == RangeExpression.class) {
            RangeExpression range = (RangeExpression) expression;
            return Indexing.range(
                    value(range.getFrom(), scope),
                    value(range.getTo(), scope),
                    !range.isExclusiveLeft(),
                    !range.isExclusiveRight(),
                    fuel,
                    range);
        }
        if (kind == CastExpression.class) {
            CastExpression cast = (CastExpression) expression;
            return fellowship.script.read.Types.as(
                    cast.getType().getName(), value(cast.getExpression(), scope), fuel, cast);
        }
        throw Constructs.refused(expression);
    }

    private @Nullable Object call(MethodCallExpression call, Scope scope) {
        if (!(call.getMethod() instanceof ConstantExpression)) {
            throw Constructs.no("a call whose name is computed", call);
        }
        String name = String.valueOf(call.getMethodAsString());
        if (call.isImplicitThis()) {
            if (scope.knows(name)) {
                throw new Refused("the variable '" + name + "' hides the word '" + name + "'; rename it", call);
            }
            if (ground.language().functions().containsKey(name)) {
                Call pure = new Call(name, arguments(call, scope), fuel, call.getMethod());
                return PureFunctions.call(ground.language().functions(), pure);
            }
            Object words = scope.words();
            if (words == null) {
                throw new Refused("'" + name + "' cannot be said here", call.getMethod());
            }
            return said(words, name, call, scope);
        }
        if (call.getObjectExpression() instanceof VariableExpression type
                && type.getName().equals("Math")
                && !scope.knows("Math")) {
            return MathFunctions.call(new Call(name, arguments(call, scope), fuel, call.getMethod()));
        }
        Object target = value(call.getObjectExpression(), scope);
        if (target == null && call.isSafe()) {
            return null;
        }
        if (call.isSpreadSafe() && target instanceof Collection<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Object one : list) {
                values.add(Functions.call(one, new Call(name, arguments(call, scope), fuel, call.getMethod())));
            }
            return Values.weighed(values, fuel, call);
        }
        if (scope.words() != null && target != null && ground.words().of(target).isPresent()) {
            return said(target, name, call, scope);
        }
        return Functions.call(target, new Call(name, arguments(call, scope), fuel, call.getMethod()));
    }

    private List<@Nullable Object> arguments(MethodCallExpression call, Scope scope) {
        return call.getArguments() instanceof TupleExpression tuple
                ? values(tuple, scope)
                : new ArrayList<>(List.of(map((MapExpression) call.getArguments(), scope)));
    }

    private @Nullable Object said(Object target, String name, MethodCallExpression call, Scope scope) {
        List<@Nullable Object> arguments = arguments(call, scope);
        Class<?> type = ground.words().of(target).orElseThrow();
        Leaves leaves = new Leaves(ground.language(), ground.views(), ground.records());
        Words.Closures closures = (body, leaf, test) -> closure(body, leaf, test, leaves);
        ASTNode before = ground.here().move(call.getMethod());
        try {
            return ground.words().say(target, type, name, arguments, call.getMethod(), closures);
        } finally {
            ground.here().move(before);
        }
    }

    private Closure<Object> closure(Body body, boolean leaf, boolean test, Leaves leaves) {
        if (!leaf) {
            return new WalkedClosure(body.code(), body.scope(), this, false, false);
        }
        if (body.code().getCode().isEmpty()) {
            found.add(new Refused("this closure is empty; what should hold of the row?", body.code()));
        }
        found.addAll(leaves.check(body.code(), body.scope()));
        return new WalkedClosure(body.code(), new Leafed(body.scope()).scope(), this, true, test);
    }

    /** The scope of a leaf: the same variables, and no words. */
    private record Leafed(Scope around) {
        Scope scope() {
            return new Scope(around, null);
        }
    }
}
