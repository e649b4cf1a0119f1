package fellowship.script;

import fellowship.plan.Leaf;
import fellowship.plan.SourcePosition;
import java.nio.file.Path;

/** A script as the place where a workflow is written. */
final class ScriptOrigin implements Origin {

    private static final StackWalker STACK = StackWalker.getInstance();

    private final CompiledScript script;
    private final Path folder;
    private final LeafDigest digest;
    private final Pins pins;

    ScriptOrigin(CompiledScript script, Path folder, Pins pins) {
        this.pins = pins;
        this.script = script;
        this.folder = folder;
        this.digest = new LeafDigest(script);
    }

    @Override
    public SourcePosition here() {
        return STACK.walk(frames -> frames.filter(frame -> ScriptText.UNIT.equals(frame.getFileName()))
                .findFirst()
                .map(this::place)
                .orElse(script.text().at(0, 0)));
    }

    private SourcePosition place(StackWalker.StackFrame frame) {
        String key = CallSites.key(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex());
        SourcePosition exact = script.sites().get(key);
        return exact == null ? script.text().at(frame.getLineNumber(), 0) : exact;
    }

    @Override
    public SourcePosition hole(SourcePosition word, String name) {
        return script.text().hole(word, name);
    }

    @Override
    public <F> Leaf<F> leaf(Object written, F function) {
        return digest.leaf(written, function);
    }

    @Override
    public Pins pins() {
        return pins;
    }

    @Override
    public Path folder() {
        return folder;
    }
}
