package fellowship.script.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ModuleNode;
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
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
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

/**
 * What a script that is read may be made of: an allow-list of the tree's nodes. All that is not on it is told at once, with
 * its place, before anything is evaluated. The walk itself knows no other nodes either.
 */
final class Subset {

    private static final Set<String> NO_VARIABLES =
            Set.of("this", "super", "owner", "delegate", "thisObject", "binding", "metaClass", "class");

    private final List<Refused> found = new ArrayList<>();
    private final Set<String> records;

    private Subset(Set<String> records) {
        this.records = records;
    }

    /** @param records the names of the script's own records */
    static List<Refused> check(ModuleNode module, Set<String> records) {
        Subset subset = new Subset(records);
        module.getStatementBlock().getStatements().forEach(subset::statement);
        return subset.found;
    }

    private void no(String what, ASTNode at) {
        found.add(Constructs.no(what, at));
    }

    private void statement(Statement statement) {
        if (statement.getStatementLabels() != null
                && !statement.getStatementLabels().isEmpty()) {
            no("a label; a word is followed by its value without :", statement);
        } else if (statement instanceof BlockStatement block) {
            block.getStatements().forEach(this::statement);
        } else if (statement instanceof ExpressionStatement one) {
            expression(one.getExpression());
        } else if (statement instanceof ReturnStatement result) {
            expression(result.getExpression());
        } else if (statement instanceof IfStatement choice) {
            expression(choice.getBooleanExpression());
            statement(choice.getIfBlock());
            statement(choice.getElseBlock());
        } else if (!(statement instanceof EmptyStatement)) {
            found.add(Constructs.refused(statement));
        }
    }

    private void all(List<? extends Expression> expressions) {
        expressions.forEach(this::expression);
    }

    private void expression(Expression expression) {
        Class<?> kind = expression.getClass();
        if (expression instanceof EmptyExpression) {
            return;
        }
        if (expression instanceof ConstantExpression constant) {
            Object value = constant.getValue();
            if (!(value == null || value instanceof String || value instanceof Number || value instanceof Boolean)) {
                no("this constant", expression);
            }
        } else if (kind == VariableExpression.class) {
            String name = ((VariableExpression) expression).getName();
            if (NO_VARIABLES.contains(name)) {
                no("'" + name + "'", expression);
            }
        } else if (kind == DeclarationExpression.class) {
            declaration((DeclarationExpression) expression);
        } else if (kind == ClosureExpression.class) {
            closure((ClosureExpression) expression);
        } else if (kind == MethodCallExpression.class) {
            call((MethodCallExpression) expression);
        } else if (kind == PropertyExpression.class) {
            PropertyExpression property = (PropertyExpression) expression;
            if (!(property.getProperty() instanceof ConstantExpression)) {
                no("a property whose name is computed", property);
            }
            expression(property.getObjectExpression());
        } else if (kind == ConstructorCallExpression.class) {
            ConstructorCallExpression made = (ConstructorCallExpression) expression;
            if (made.isSpecialCall()
                    || made.isUsingAnonymousInnerClass()
                    || !records.contains(made.getType().getName())) {
                no("new, but for the script's own records", made);
            } else {
                arguments(made.getArguments());
            }
        } else {
            operators(expression, kind);
        }
    }

    private void operators(Expression expression, Class<?> kind) {
        if (kind == BinaryExpression.class) {
            BinaryExpression binary = (BinaryExpression) expression;
            if (!Operators.KNOWN.contains(binary.getOperation().getType())) {
                no("the operator " + binary.getOperation().getText(), binary);
            }
            expression(binary.getLeftExpression());
            expression(binary.getRightExpression());
        } else if (kind == BooleanExpression.class || kind == NotExpression.class) {
            expression(((BooleanExpression) expression).getExpression());
        } else if (kind == UnaryMinusExpression.class) {
            expression(((UnaryMinusExpression) expression).getExpression());
        } else if (kind == UnaryPlusExpression.class) {
            expression(((UnaryPlusExpression) expression).getExpression());
        } else if (kind == TernaryExpression.class || kind == ElvisOperatorExpression.class) {
            TernaryExpression choice = (TernaryExpression) expression;
            expression(choice.getBooleanExpression());
            expression(choice.getTrueExpression());
            expression(choice.getFalseExpression());
        } else if (kind == RangeExpression.class) {
            expression(((RangeExpression) expression).getFrom());
            expression(((RangeExpression) expression).getTo());
        } else if (kind == CastExpression.class) {
            CastExpression cast = (CastExpression) expression;
            if (!Types.NAMES.contains(cast.getType().getName())) {
                no("a cast to " + cast.getType().getName(), cast);
            }
            expression(cast.getExpression());
        } else if (kind == GStringExpression.class) {
            ((GStringExpression) expression).getValues().forEach(value -> {
                if (value instanceof ClosureExpression) {
                    no("a closure in a text", value);
                } else {
                    expression(value);
                }
            });
        } else if (kind == ListExpression.class) {
            all(((ListExpression) expression).getExpressions());
        } else if (kind == MapExpression.class || kind == NamedArgumentListExpression.class) {
            for (MapEntryExpression entry : ((MapExpression) expression).getMapEntryExpressions()) {
                expression(entry.getKeyExpression());
                expression(entry.getValueExpression());
            }
        } else {
            found.add(Constructs.refused(expression));
        }
    }

    private void declaration(DeclarationExpression declaration) {
        if (declaration.isMultipleAssignmentDeclaration()) {
            no("a declaration of several variables at once", declaration);
            return;
        }
        for (AnnotationNode annotation : declaration.getAnnotations()) {
            if (!Records.is(annotation, "Param")) {
                no("@" + annotation.getClassNode().getName(), annotation);
            }
            annotation.getMembers().values().forEach(this::literal);
        }
        expression(declaration.getRightExpression());
    }

    private void literal(Expression value) {
        if (value instanceof ListExpression list) {
            list.getExpressions().forEach(this::literal);
        } else if (!(value instanceof ConstantExpression) && !(value instanceof UnaryMinusExpression)) {
            no("anything but a literal here", value);
        }
    }

    private void closure(ClosureExpression closure) {
        if (closure.getParameters() != null) {
            for (Parameter parameter : closure.getParameters()) {
                if (parameter.hasInitialExpression()
                        || !parameter.getAnnotations().isEmpty()
                        || parameter.getType().isArray()) {
                    no("more than a name for a closure's parameter", parameter);
                }
            }
        }
        statement(closure.getCode());
    }

    private void call(MethodCallExpression call) {
        if (!(call.getMethod() instanceof ConstantExpression)) {
            no("a call whose name is computed", call);
        }
        if (call.getGenericsTypes() != null && call.getGenericsTypes().length > 0) {
            no("types in angle brackets before a call", call);
        }
        if (!call.isImplicitThis()) {
            expression(call.getObjectExpression());
        }
        arguments(call.getArguments());
    }

    private void arguments(Expression arguments) {
        if (arguments instanceof TupleExpression tuple) {
            all(tuple.getExpressions());
        } else {
            expression(arguments);
        }
    }
}
