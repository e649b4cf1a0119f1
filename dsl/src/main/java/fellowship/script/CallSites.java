package fellowship.script;

import fellowship.plan.SourcePosition;
import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Tells the exact place of every call in a compiled script. The compiler records lines only, and for a chain of calls
 * over several lines just the first. But calls stand in the byte code in the order they are evaluated, which is the
 * order of the syntax tree: the k-th call of a word in the code of a closure is the k-th in its text.
 */
final class CallSites {

    private final ScriptText text;
    private final Map<String, SourcePosition> sites = new HashMap<>();

    CallSites(ScriptText text) {
        this.text = text;
    }

    /** The name under which a call's place is kept. */
    static String key(String className, String method, int offset) {
        return className + '#' + method + '@' + offset;
    }

    Map<String, SourcePosition> places() {
        return sites;
    }

    /** Matches the calls of one method with those of the statement it was made from. */
    void match(String className, String method, byte[] bytes, Statement code) {
        Map<String, List<SourcePosition>> written = written(code);
        Map<String, List<Integer>> compiled = compiled(method, bytes);
        written.forEach((word, places) -> {
            List<Integer> offsets = compiled.getOrDefault(word, List.of());
            if (offsets.size() == places.size()) {
                for (int i = 0; i < offsets.size(); i++) {
                    sites.put(key(className, method, offsets.get(i)), places.get(i));
                }
            }
        });
    }

    /** The calls in the text, each word's in the order of evaluation; those of closures inside belong to these. */
    private Map<String, List<SourcePosition>> written(Statement code) {
        Map<String, List<SourcePosition>> calls = new HashMap<>();
        code.visit(new CodeVisitorSupport() {
            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                super.visitMethodCallExpression(call);
                add(call.getMethodAsString(), text.at(call.getMethod()));
            }

            @Override
            public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
                super.visitStaticMethodCallExpression(call);
                add(call.getMethod(), text.at(call));
            }

            @Override
            public void visitClosureExpression(ClosureExpression closure) {
                // Another class.
            }

            private void add(String word, SourcePosition at) {
                calls.computeIfAbsent(word, first -> new ArrayList<>()).add(at);
            }
        });
        return calls;
    }

    private static Map<String, List<Integer>> compiled(String method, byte[] bytes) {
        Map<String, List<Integer>> calls = new HashMap<>();
        OffsetReader reader = new OffsetReader(bytes);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(int access, String name, String type, String sign, String[] e) {
                        if (!name.equals(method) || (access & Opcodes.ACC_BRIDGE) != 0) {
                            return new MethodVisitor(Opcodes.ASM9) {};
                        }
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitMethodInsn(
                                    int opcode, String owner, String called, String type, boolean onInterface) {
                                calls.computeIfAbsent(called, first -> new ArrayList<>())
                                        .add(reader.offset);
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return calls;
    }

    /** Knows where in the code it reads. */
    private static final class OffsetReader extends ClassReader {

        private int offset;

        OffsetReader(byte[] bytes) {
            super(bytes);
        }

        @Override
        protected void readBytecodeInstructionOffset(int bytecodeOffset) {
            offset = bytecodeOffset;
        }
    }
}
