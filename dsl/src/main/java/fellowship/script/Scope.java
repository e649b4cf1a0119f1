package fellowship.script;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;

/** What can be named at a place of a script. */
final class Scope {

    private static final Map<String, Class<?>> LANGUAGE = Vocabulary.interfaces();

    private Scope() {}

    /** The interface of the language that a type is, directly or by extending it. */
    static Optional<Class<?>> language(ClassNode type) {
        if (type.getName().equals(FellowshipScript.class.getName())
                || type.isScript()
                || type.getSuperClass() != null
                        && type.getSuperClass().getName().equals(FellowshipScript.class.getName())) {
            return Optional.of(fellowship.dsl.WorkflowSpec.class);
        }
        return Optional.ofNullable(LANGUAGE.get(type.getName()));
    }

    /** The type of the block around the expression that is being checked; nothing outside blocks and in leaves. */
    static Optional<ClassNode> block(TypeCheckingContext context) {
        if (context.getEnclosingClosure() == null) {
            return Optional.empty();
        }
        Object delegation = context.getEnclosingClosure()
                .getClosureExpression()
                .getNodeMetaData(StaticTypesMarker.DELEGATION_METADATA);
        if (delegation == null) {
            return Optional.empty();
        }
        try {
            // The class is the compiler's own; Groovy has no other way to ask what a closure delegates to.
            Method type = delegation.getClass().getMethod("getType");
            type.setAccessible(true);
            return Optional.of((ClassNode) type.invoke(delegation));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }

    /** Names of variables, constants, types that can stand where a value stands. */
    static Set<String> variables(TypeCheckingContext context) {
        Set<String> names = new TreeSet<>();
        MethodNode method = context.getEnclosingMethod();
        if (method != null && method.getCode() != null) {
            Arrays.stream(method.getParameters()).forEach(parameter -> names.add(parameter.getName()));
            method.getCode().visit(new CodeVisitorSupport() {
                @Override
                public void visitDeclarationExpression(DeclarationExpression declaration) {
                    if (!declaration.isMultipleAssignmentDeclaration()) {
                        names.add(declaration.getVariableExpression().getName());
                    }
                    super.visitDeclarationExpression(declaration);
                }
            });
        }
        ModuleNode module = context.getSource().getAST();
        for (ImportNode constants : module.getStaticStarImports().values()) {
            names.addAll(constants(constants.getType()));
        }
        module.getClasses().stream()
                .filter(type -> !type.isScript())
                .forEach(type -> names.add(type.getNameWithoutPackage()));
        return names;
    }

    /** The constants of an enumeration, in their order; none of another type. */
    static List<String> constants(ClassNode type) {
        return type.getFields().stream()
                .filter(FieldNode::isEnum)
                .map(FieldNode::getName)
                .toList();
    }

    /** What the row is called in the leaf around the expression that is being checked; nothing outside leaves. */
    static Optional<ClassNode> row(TypeCheckingContext context) {
        if (context.getEnclosingClosure() == null || block(context).isPresent()) {
            return Optional.empty();
        }
        Object types = context.getEnclosingClosure()
                .getClosureExpression()
                .getNodeMetaData(StaticTypesMarker.CLOSURE_ARGUMENTS);
        return types instanceof ClassNode[] all && all.length == 1 ? Optional.of(all[0]) : Optional.empty();
    }

    /** Whether nothing is known of values of this type. */
    static boolean isAnything(ClassNode type) {
        return type.getName().equals("java.lang.Object") || type.getName().equals("java.lang.Record");
    }

    static Set<String> methods(ClassNode type) {
        Set<String> names = new TreeSet<>();
        for (ClassNode at = type; at != null && !at.getName().equals("java.lang.Object"); at = at.getSuperClass()) {
            at.getMethods().stream()
                    .filter(method -> method.isPublic() && !method.getName().contains("$"))
                    .forEach(method -> names.add(method.getName()));
        }
        type.getAllInterfaces().stream()
                .filter(at -> !at.getName().startsWith("groovy.lang."))
                .flatMap(at -> at.getMethods().stream())
                .forEach(method -> names.add(method.getName()));
        return names;
    }

    static Set<String> properties(ClassNode type) {
        Set<String> names =
                type.getProperties().stream().map(PropertyNode::getName).collect(Collectors.toCollection(TreeSet::new));
        boolean record = type.isResolved() && type.getTypeClass().isRecord();
        for (String method : questions(type)) {
            if (method.startsWith("get") && method.length() > 3) {
                names.add(lower(method.substring(3)));
            } else if (method.startsWith("is") && method.length() > 2) {
                names.add(lower(method.substring(2)));
            } else if (record) {
                names.add(method);
            }
        }
        names.removeAll(Set.of("metaClass", "class"));
        return names;
    }

    /** Methods that take nothing. */
    private static Set<String> questions(ClassNode type) {
        Set<String> names = methods(type);
        names.removeIf(name -> type.getMethods(name).stream().noneMatch(method -> method.getParameters().length == 0));
        return names;
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String noun(ClassNode type) {
        return Vocabulary.a(type.getNameWithoutPackage());
    }

    static List<String> forms(ClassNode type, String name) {
        return type.getMethods(name).stream()
                .map(method -> name
                        + Arrays.stream(method.getParameters())
                                .map(parameter ->
                                        Vocabulary.shortName(parameter.getType().toString(false)))
                                .collect(Collectors.joining(", ", "(", ")")))
                .distinct()
                .sorted()
                .toList();
    }
}
