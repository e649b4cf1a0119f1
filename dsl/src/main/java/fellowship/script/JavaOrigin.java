package fellowship.script;

import fellowship.plan.Leaf;
import fellowship.plan.SourcePosition;
import fellowship.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Java code as the place where a workflow is written. A lambda has no text, so a leaf's digest is made of the class it
 * stands in, its number and what it captured: any change of that class changes all its leaves, which costs nothing.
 */
final class JavaOrigin implements Origin {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final Path folder;
    private int leaves;

    JavaOrigin(Path folder) {
        this.folder = folder;
    }

    @Override
    public SourcePosition here() {
        return caller().map(frame -> new SourcePosition(
                        Objects.requireNonNullElse(frame.getFileName(), frame.getClassName()),
                        Math.max(0, frame.getLineNumber()),
                        0))
                .orElse(new SourcePosition("workflow", 0, 0));
    }

    /** The first frame that is neither the language's nor Java's own. */
    private static Optional<StackFrame> caller() {
        return STACK.walk(frames -> frames.filter(frame -> !isOurs(frame.getDeclaringClass()))
                .filter(frame -> !frame.getClassName().matches("(java|jdk)\\..*"))
                .findFirst());
    }

    private static boolean isOurs(Class<?> type) {
        CodeSource ours = JavaOrigin.class.getProtectionDomain().getCodeSource();
        return ours != null && ours.equals(type.getProtectionDomain().getCodeSource());
    }

    @Override
    public SourcePosition hole(SourcePosition word, String name) {
        return word;
    }

    @Override
    public <F> Leaf<F> leaf(Object written, F function) {
        leaves++;
        SourcePosition at = here();
        String home = caller().map(frame -> Sha256.of(bytes(frame.getDeclaringClass())))
                .orElse("");
        return new Leaf<>("lambda in " + at, Sha256.of(home + '\n' + leaves + '\n' + captured(written)), function);
    }

    private static byte[] bytes(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Map<String, String> captured(Object lambda) {
        Map<String, String> values = new TreeMap<>();
        for (Field field : lambda.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            try {
                field.setAccessible(true);
                values.put(field.getName(), StableValue.of(field.getName(), field.get(lambda)));
            } catch (IllegalAccessException | InaccessibleObjectException e) {
                throw new IllegalArgumentException("what this function captured cannot be read: " + field.getName(), e);
            }
        }
        return values;
    }

    @Override
    public Path folder() {
        return folder;
    }
}
