package fellowship.script;

import groovy.transform.RecordOptions;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** What is done to a script right after parsing: the gate, the parameters, and the names of steps. */
final class ScriptShape extends CompilationCustomizer {

    private final ScriptText text;
    private final Problems problems;
    private final Parameters parameters;

    ScriptShape(ScriptText text, Problems problems, Parameters parameters) {
        super(CompilePhase.CONVERSION);
        this.text = text;
        this.problems = problems;
        this.parameters = parameters;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) {
            return;
        }
        ModuleNode module = source.getAST();
        new ScriptGate(source, text, problems).check(module);
        module.getClasses().forEach(ScriptShape::keepSizeFree);
        BlockStatement top = module.getStatementBlock();
        List<Statement> statements = new ArrayList<>(top.getStatements());
        top.getStatements().clear();
        for (Statement statement : statements) {
            parameters.transform(statement);
            top.addStatement(statement);
            nameStep(statement, top);
        }
        top.visit(new CodeVisitorSupport() {
            @Override
            public void visitDeclarationExpression(DeclarationExpression declaration) {
                if (declaration.getAnnotations().stream().anyMatch(annotation -> ScriptGate.is(annotation, "Param"))) {
                    problems.error(text.at(declaration), "a @Param stands at the top of the script, in no block");
                }
                super.visitDeclarationExpression(declaration);
            }
        });
    }

    /** Groovy gives a record a {@code size()} that counts its fields; here it is the column of that name. */
    private static void keepSizeFree(ClassNode type) {
        boolean record = type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getClassNode().getName().endsWith("RecordType"));
        if (record) {
            AnnotationNode options = new AnnotationNode(ClassHelper.make(RecordOptions.class));
            options.setMember("size", new ConstantExpression(false, true));
            type.addAnnotation(options);
        }
    }

    /** After {@code def loop = …refine(…)}: {@code $named('loop', loop)}. */
    private static void nameStep(Statement statement, BlockStatement top) {
        if (statement instanceof ExpressionStatement expression
                && expression.getExpression() instanceof DeclarationExpression declaration
                && !declaration.isMultipleAssignmentDeclaration()
                && declaration.getRightExpression() instanceof MethodCallExpression call
                && !"$param".equals(call.getMethodAsString())) {
            String name = declaration.getVariableExpression().getName();
            top.addStatement(new ExpressionStatement(new MethodCallExpression(
                    VariableExpression.THIS_EXPRESSION,
                    "$named",
                    new ArgumentListExpression(new ConstantExpression(name), new VariableExpression(name)))));
        }
    }
}
