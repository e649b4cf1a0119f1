package fellowship.script;

import fellowship.plan.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.jspecify.annotations.Nullable;

/** Turns {@code @Param int drafts = 3} into a look-up of the parameter's value, and keeps what was declared. */
final class Parameters {

    private static final Set<String> TYPES = Set.of("String", "int", "long", "double", "boolean", "Path");
    private static final List<String> MEMBERS = List.of("help", "min", "max", "oneOf");

    private final ScriptText text;
    private final Problems problems;
    private final List<Parameter> declared = new ArrayList<>();

    Parameters(ScriptText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    List<Parameter> declared() {
        return declared;
    }

    void transform(Statement statement) {
        if (statement instanceof ExpressionStatement expression
                && expression.getExpression() instanceof DeclarationExpression declaration) {
            declaration.getAnnotations().stream()
                    .filter(annotation -> ScriptGate.is(annotation, "Param"))
                    .findFirst()
                    .ifPresent(annotation -> transform(declaration, annotation));
        }
    }

    private void transform(DeclarationExpression declaration, AnnotationNode annotation) {
        declaration.getAnnotations().clear();
        if (declaration.isMultipleAssignmentDeclaration()) {
            error(declaration, "declare one @Param at a time");
            return;
        }
        VariableExpression variable = declaration.getVariableExpression();
        String name = variable.getName();
        ClassNode type = variable.getOriginType();
        if (variable.isDynamicTyped()) {
            error(declaration, "@Param " + name + " needs a type, for example: @Param int " + name);
            return;
        }
        if (!TYPES.contains(type.getName())) {
            error(
                    type.getLineNumber() > 0 ? type : declaration,
                    "@Param " + name + " is a " + type.getName()
                            + "; a parameter is a String, int, long, double, boolean or Path");
            return;
        }
        annotation.getMembers().keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .forEach(member -> error(
                        annotation, "@Param has no '" + member + "'" + Hint.nearOrAll(member, MEMBERS, "it has")));
        Optional<String> fallback = fallback(declaration.getRightExpression());
        Parameter parameter = new Parameter(
                name,
                type.getName(),
                literal(annotation.getMember("help")).orElse(""),
                fallback,
                number(annotation, "min"),
                number(annotation, "max"),
                texts(annotation.getMember("oneOf")),
                text.at(variable));
        checkFallback(parameter, declaration.getRightExpression());
        if (declared.stream().anyMatch(other -> other.name().equals(name))) {
            return; // the compiler says that the variable is declared twice
        }
        declared.add(parameter);
        declaration.setRightExpression(lookUp(declaration, name, type));
    }

    /** {@code $param('drafts', Integer)}, which has no place of its own: nothing in it can be the writer's mistake. */
    private static Expression lookUp(DeclarationExpression declaration, String name, ClassNode type) {
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION,
                "$param",
                new ArgumentListExpression(
                        new ConstantExpression(name), new ClassExpression(ClassHelper.getWrapper(type))));
        call.setSourcePosition(declaration);
        return call;
    }

    private Optional<String> fallback(Expression written) {
        if (written instanceof EmptyExpression) {
            return Optional.empty();
        }
        Optional<String> literal = literal(written);
        if (literal.isEmpty()) {
            error(written, "the default of a @Param is a literal, so that help can show it without running the script");
            return Optional.of("");
        }
        return literal;
    }

    private void checkFallback(Parameter parameter, Expression written) {
        Optional<String> raw =
                parameter.fallback().filter(any -> literal(written).isPresent());
        if (raw.isEmpty()) {
            return;
        }
        Optional<Object> value = ParameterValues.convert(parameter.type(), raw.get());
        if (value.isEmpty()) {
            error(
                    written,
                    "the default of '" + parameter.name() + "' is " + ParameterValues.kind(parameter.type()) + ", was '"
                            + raw.get() + "'");
        } else {
            ParameterValues.broken(parameter, value.get())
                    .ifPresent(rule -> error(
                            written,
                            "the default of '" + parameter.name() + "' " + rule + ", was '" + raw.get() + "'"));
        }
    }

    private static Optional<String> literal(@Nullable Expression written) {
        if (written instanceof ConstantExpression constant && constant.getValue() != null) {
            return Optional.of(constant.getValue().toString());
        }
        if (written instanceof UnaryMinusExpression minus) {
            return literal(minus.getExpression()).map(number -> "-" + number);
        }
        return Optional.empty();
    }

    private OptionalDouble number(AnnotationNode annotation, String member) {
        Expression written = annotation.getMember(member);
        if (written == null) {
            return OptionalDouble.empty();
        }
        Optional<Object> value = literal(written).flatMap(raw -> ParameterValues.convert("double", raw));
        if (value.isEmpty()) {
            error(written, "'" + member + "' is a number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((Double) value.get());
    }

    private List<String> texts(@Nullable Expression written) {
        if (written instanceof ListExpression list) {
            return list.getExpressions().stream()
                    .flatMap(item -> literal(item).stream())
                    .toList();
        }
        return literal(written).map(List::of).orElse(List.of());
    }

    private void error(ASTNode at, String message) {
        problems.error(text.at(at), message);
    }
}
