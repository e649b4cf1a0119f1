package fellowship.script.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/** What expressions are worth that call nothing: texts, lists, maps, variables, properties, operators and records. */
abstract class Expressions {

    final Walker.Ground ground;
    final Fuel fuel = new Fuel();

    Expressions(Walker.Ground ground) {
        this.ground = ground;
    }

    /** The value of any expression. */
    abstract @Nullable Object value(Expression expression, Scope scope);

    final String text(GStringExpression expression, Scope scope) {
        StringBuilder out = new StringBuilder();
        List<ConstantExpression> strings = expression.getStrings();
        for (int i = 0; i < Math.max(strings.size(), expression.getValues().size()); i++) {
            if (i < strings.size()) {
                String fixed = String.valueOf(strings.get(i).getValue());
                fuel.make(fixed.length(), expression);
                out.append(fixed);
            }
            if (i < expression.getValues().size()) {
                String filled = Values.text(value(expression.getValue(i), scope), fuel, expression);
                fuel.make(filled.length(), expression);
                out.append(filled);
            }
        }
        return out.toString();
    }

    final List<@Nullable Object> values(TupleExpression tuple, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expression one : tuple.getExpressions()) {
            values.add(value(one, scope));
        }
        return values;
    }

    final List<@Nullable Object> values(ListExpression list, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expression one : list.getExpressions()) {
            values.add(value(one, scope));
        }
        return values;
    }

    final Map<Object, @Nullable Object> map(MapExpression map, Scope scope) {
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            Object key = value(entry.getKeyExpression(), scope);
            if (key == null || key instanceof Collection<?> || key instanceof Map<?, ?> || key instanceof RecordValue) {
                throw new Refused("a key is a word, a text or a number, not " + Values.kind(key), entry);
            }
            values.put(key, value(entry.getValueExpression(), scope));
        }
        return Values.weighed(values, fuel, map);
    }

    final @Nullable Object variable(VariableExpression variable, Scope scope) {
        String name = variable.getName();
        if (scope.knows(name)) {
            return scope.value(name);
        }
        Class<?> mark = ground.marks().get(name);
        if (mark != null) {
            return mark;
        }
        Object constant = ground.language().constants().get(name);
        if (constant != null) {
            return constant;
        }
        Collection<String> known = scope.names();
        known.addAll(ground.marks().keySet());
        known.addAll(ground.language().constants().keySet());
        throw new Refused("no variable '" + name + "'" + Walker.near(name, known), variable);
    }

    final @Nullable Object property(PropertyExpression property, Scope scope) {
        String name = String.valueOf(property.getPropertyAsString());
        if (property.getObjectExpression() instanceof VariableExpression type
                && ground.language().enums().containsKey(type.getName())
                && !scope.knows(type.getName())) {
            return constant(type.getName(), name, property);
        }
        Object target = value(property.getObjectExpression(), scope);
        if (property.isSpreadSafe() && target instanceof Collection<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Object one : list) {
                fuel.burn(1, property);
                values.add(property(one, name, property));
            }
            return Values.weighed(values, fuel, property);
        }
        return target == null && property.isSafe() ? null : property(target, name, property);
    }

    final Object constant(String type, String name, ASTNode at) {
        return Optional.ofNullable(ground.language().enums().get(type)).stream()
                .flatMap(known -> Arrays.stream(known.getEnumConstants()))
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("there is no '" + name + "' of " + type, at));
    }

    final @Nullable Object property(@Nullable Object target, String name, PropertyExpression at) {
        if (target != null && ground.views().isView(target)) {
            return ground.views().property(target, name, at.getProperty());
        }
        if (target instanceof RecordValue record) {
            int index = record.type().index(name);
            if (index < 0) {
                throw new Refused(
                        "a " + record.type().name() + " has no '" + name + "'"
                                + Walker.near(name, record.type().names()),
                        at.getProperty());
            }
            return record.value(index);
        }
        if (target instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (name.equals("empty") && target instanceof Collection<?> list) {
            return list.isEmpty();
        }
        throw new Refused("there is no '" + name + "' of " + Values.kind(target), at.getProperty());
    }

    final @Nullable Object binary(BinaryExpression expression, Scope scope) {
        int operator = expression.getOperation().getType();
        if (operator == Types.LOGICAL_AND) {
            return Values.truth(value(expression.getLeftExpression(), scope))
                    && Values.truth(value(expression.getRightExpression(), scope));
        }
        if (operator == Types.LOGICAL_OR) {
            return Values.truth(value(expression.getLeftExpression(), scope))
                    || Values.truth(value(expression.getRightExpression(), scope));
        }
        if (!Operators.KNOWN.contains(operator)) {
            throw Constructs.no("the operator " + expression.getOperation().getText(), expression);
        }
        Object left = value(expression.getLeftExpression(), scope);
        Object right = value(expression.getRightExpression(), scope);
        return left == null && operator == Types.LEFT_SQUARE_BRACKET && expression.isSafe()
                ? null
                : Operators.apply(operator, left, right, fuel, expression);
    }

    final RecordValue made(ConstructorCallExpression made, Scope scope) {
        RecordData type = ground.records().get(made.getType().getName());
        if (type == null || !(made.getArguments() instanceof TupleExpression tuple)) {
            throw Constructs.refused(made);
        }
        List<@Nullable Object> values = new ArrayList<>();
        if (tuple.getExpressions().size() == 1 && tuple.getExpression(0) instanceof MapExpression named) {
            Map<Object, @Nullable Object> given = map(named, scope);
            given.keySet().stream()
                    .map(String::valueOf)
                    .filter(name -> type.index(name) < 0)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Refused(
                                "a " + type.name() + " has no '" + name + "'" + Walker.near(name, type.names()), made);
                    });
            type.names().forEach(name -> values.add(given.get(name)));
        } else {
            values.addAll(values(tuple, scope));
        }
        if (values.size() != type.components().size()) {
            throw new Refused(
                    "a " + type.name() + " has " + type.components().size() + " values: "
                            + String.join(", ", type.names()),
                    made);
        }
        for (int i = 0; i < values.size(); i++) {
            Class<?> wanted = type.components().get(i).type();
            values.set(i, fellowship.script.read.Types.as(wanted.getSimpleName(), values.get(i), fuel, made));
        }
        return Values.weighed(new RecordValue(type, values), fuel, made);
    }

    final @Nullable Object constant(ConstantExpression constant) {
        Object value = constant.getValue();
        if (value instanceof Number number) {
            return Values.bounded(number, constant);
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw Constructs.no("this constant", constant);
    }
}
