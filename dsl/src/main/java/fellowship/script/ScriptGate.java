package fellowship.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Lets through only the annotations of the language: in Groovy an annotation can fetch libraries, and run code while
 * the script is only being checked.
 */
final class ScriptGate extends ClassCodeVisitorSupport {

    /** {@code RecordType} is what the word {@code record} becomes. */
    private static final Set<String> KNOWN = Set.of(
            "Param", "Range", "OneOf", "Override", "Deprecated", "SuppressWarnings", "groovy.transform.RecordType");

    private final SourceUnit source;
    private final ScriptText text;
    private final Problems problems;

    ScriptGate(SourceUnit source, ScriptText text, Problems problems) {
        this.source = source;
        this.text = text;
        this.problems = problems;
    }

    static boolean is(AnnotationNode annotation, String name) {
        String written = annotation.getClassNode().getName();
        return written.equals(name) || written.equals("fellowship.dsl." + name);
    }

    /** Removes what may not stand there, so that checking can go on, and tells it. */
    void check(ModuleNode module) {
        List<ImportNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        imports.forEach(this::check);
        for (ImportNode renamed : imports) {
            if (renamed.getAlias() != null && KNOWN.contains(renamed.getAlias())) {
                problems.error(text.at(renamed), "the name " + renamed.getAlias() + " belongs to the language");
            }
        }
        if (module.getPackage() != null) {
            check(module.getPackage());
        }
        module.getStatementBlock().visit(this);
        module.getMethods().forEach(this::visitMethod);
        module.getClasses().forEach(this::visitClass);
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        check(node);
    }

    private void check(AnnotatedNode node) {
        node.getAnnotations().removeIf(annotation -> {
            boolean written = annotation.getLineNumber() > 0; // the compiler adds some of its own
            boolean refused = written
                    && !KNOWN.contains(annotation.getClassNode().getName())
                    && KNOWN.stream().noneMatch(name -> is(annotation, name));
            if (refused) {
                problems.error(
                        text.at(annotation),
                        "@" + annotation.getClassNode().getName()
                                + " is not an annotation of the language; there are @Param, @Range and @OneOf");
            }
            return refused;
        });
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }
}
