package fellowship.script;

import fellowship.plan.Parameter;
import fellowship.plan.SourcePosition;
import fellowship.script.ScriptText.Extent;
import java.util.List;
import java.util.Map;

/**
 * A script that passed the checks: plain data, so that it can be kept and used again while text and versions stay.
 *
 * @param text what was compiled
 * @param main the class to run
 * @param classes all classes by name
 * @param extents which piece of the text each class came from
 * @param sites the place of each word, by class, method and offset of the call
 * @param helpers the text of the script's own methods, without layout
 * @param parameters what it declares
 */
record CompiledScript(
        ScriptText text,
        String main,
        Map<String, byte[]> classes,
        Map<String, Extent> extents,
        Map<String, SourcePosition> sites,
        String helpers,
        List<Parameter> parameters) {

    CompiledScript {
        classes = Map.copyOf(classes);
        extents = Map.copyOf(extents);
        sites = Map.copyOf(sites);
        parameters = List.copyOf(parameters);
    }

    /** @throws IllegalStateException when the classes do not fit together, which is a defect of the compiler */
    FellowshipScript instance() {
        try {
            return (FellowshipScript) new ScriptClasses(classes)
                    .loadClass(main)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class ScriptClasses extends ClassLoader {

        private final Map<String, byte[]> classes;

        ScriptClasses(Map<String, byte[]> classes) {
            super(CompiledScript.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
