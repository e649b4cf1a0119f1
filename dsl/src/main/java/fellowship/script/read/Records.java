package fellowship.script.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.InnerClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.jspecify.annotations.Nullable;

/** Takes a script's records as data, and refuses all other declarations. */
final class Records {

    private static final String RECORD = "groovy.transform.RecordType";

    private final List<Refused> found;
    private final Map<String, Class<?>> more;

    /**
     * @param found what is refused is added here
     * @param more types of components that the language adds, by name
     */
    Records(List<Refused> found, Map<String, Class<?>> more) {
        this.found = found;
        this.more = more;
    }

    static boolean is(AnnotationNode annotation, String name) {
        String written = annotation.getClassNode().getName();
        return written.equals(name) || written.equals("fellowship.dsl." + name);
    }

    Map<String, RecordData> read(ModuleNode module) {
        if (module.getPackage() != null) {
            no("a package", module.getPackage());
        }
        List<ImportNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        imports.forEach(one -> no("an import", one.getLineNumber() > 0 ? one : module));
        for (MethodNode method : module.getMethods()) {
            no("a method of its own", method);
        }
        Map<String, RecordData> records = new LinkedHashMap<>();
        for (ClassNode type : module.getClasses()) {
            if (type.isScript()) {
                script(type);
            } else if (plain(type)) {
                RecordData data = new RecordData(
                        type.getNameWithoutPackage(),
                        type.getProperties().stream()
                                .flatMap(property -> component(property).stream())
                                .toList());
                if (records.put(data.name(), data) != null) {
                    no("two records named " + data.name(), type);
                }
            }
        }
        return records;
    }

    private void no(String what, org.codehaus.groovy.ast.ASTNode at) {
        found.add(Constructs.no(what, at));
    }

    private void script(ClassNode type) {
        type.getAnnotations().stream()
                .filter(annotation -> annotation.getLineNumber() > 0)
                .forEach(annotation -> no("@" + annotation.getClassNode().getName(), annotation));
        type.getFields().stream().filter(field -> field.getLineNumber() > 0).forEach(field -> no("a field", field));
        if (!type.getObjectInitializerStatements().isEmpty()) {
            no("an initializer", type);
        }
    }

    private boolean plain(ClassNode type) {
        boolean record = type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getClassNode().getName().equals(RECORD));
        if (!record || type instanceof InnerClassNode || type.isEnum() || type.isInterface()) {
            no(type.isEnum() ? "an enum; use @OneOf" : "a class", type);
            return false;
        }
        int before = found.size();
        type.getAnnotations().stream()
                .filter(annotation -> !annotation.getClassNode().getName().equals(RECORD))
                .forEach(annotation -> no("@" + annotation.getClassNode().getName(), annotation));
        boolean body = type.getInterfaces().length > 0
                || !type.getDeclaredConstructors().isEmpty()
                || type.getMethods().stream().anyMatch(method -> method.getLineNumber() > 0)
                || !type.getObjectInitializerStatements().isEmpty()
                || type.getInnerClasses().hasNext()
                || type.getGenericsTypes() != null;
        for (FieldNode field : type.getFields()) {
            body |= type.getProperty(field.getName()) == null;
        }
        if (body) {
            no("a record with a body", type);
        }
        return found.size() == before;
    }

    private Optional<RecordData.Component> component(PropertyNode property) {
        if (property.getInitialExpression() != null) {
            no("a default of a record's component", property);
            return Optional.empty();
        }
        Class<?> type = type(property.getType());
        if (type == null) {
            found.add(new Refused(
                    "a component of a record is a String, int, long, double, boolean, List, Map, Object or Label, not "
                            + property.getType().getName(),
                    property));
            return Optional.empty();
        }
        List<AnnotationNode> annotations = new ArrayList<>(property.getAnnotations());
        annotations.addAll(property.getField().getAnnotations());
        OptionalDouble min = OptionalDouble.empty();
        OptionalDouble max = OptionalDouble.empty();
        Optional<List<String>> oneOf = Optional.empty();
        for (AnnotationNode annotation : annotations) {
            if (is(annotation, "Range")) {
                min = number(annotation.getMember("min"));
                max = number(annotation.getMember("max"));
            } else if (is(annotation, "OneOf")) {
                oneOf = Optional.of(texts(annotation.getMember("value")));
            } else {
                no("@" + annotation.getClassNode().getName(), annotation);
            }
        }
        return Optional.of(
                new RecordData.Component(property.getName(), type, item(property.getType()), min, max, oneOf));
    }

    private @Nullable Class<?> type(ClassNode type) {
        String name = type.getName();
        return type.isArray() ? null : more.containsKey(name) ? more.get(name) : Types.named(name);
    }

    private Optional<Class<?>> item(ClassNode type) {
        return type.getGenericsTypes() != null && type.getGenericsTypes().length == 1
                ? Optional.ofNullable(type(type.getGenericsTypes()[0].getType()))
                : Optional.empty();
    }

    private OptionalDouble number(@Nullable Expression written) {
        boolean minus = written instanceof UnaryMinusExpression;
        Expression bare = written instanceof UnaryMinusExpression negative ? negative.getExpression() : written;
        if (bare instanceof ConstantExpression constant && constant.getValue() instanceof Number number) {
            return OptionalDouble.of(minus ? -number.doubleValue() : number.doubleValue());
        }
        if (written != null) {
            no("anything but a literal here", written);
        }
        return OptionalDouble.empty();
    }

    private List<String> texts(@Nullable Expression written) {
        if (written instanceof ListExpression list) {
            return list.getExpressions().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        if (written instanceof ConstantExpression constant && constant.getValue() instanceof String text) {
            return List.of(text);
        }
        if (written != null) {
            no("anything but a literal here", written);
        }
        return List.of();
    }
}
