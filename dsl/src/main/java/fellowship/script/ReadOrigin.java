package fellowship.script;

import fellowship.dsl.ClosureFunction;
import fellowship.dsl.ClosureTest;
import fellowship.plan.Leaf;
import fellowship.plan.SourcePosition;
import fellowship.script.ScriptText.Extent;
import fellowship.script.read.ScriptWalk;
import fellowship.script.read.WalkedClosure;
import fellowship.text.Sha256;
import groovy.lang.Closure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codehaus.groovy.ast.ASTNode;

/** A script that is read as the place where a workflow is written. */
final class ReadOrigin implements Origin {

    private final ScriptText text;
    private final ScriptWalk walk;
    private final Path folder;
    private final boolean foreign;
    private final Pins pins;

    /** @param foreign whether it may take prompts from its own folder only */
    ReadOrigin(ScriptText text, ScriptWalk walk, Path folder, boolean foreign, Pins pins) {
        this.pins = pins;
        this.text = text;
        this.walk = walk;
        this.folder = folder;
        this.foreign = foreign;
    }

    @Override
    public SourcePosition here() {
        ASTNode word = walk.here();
        return word == null ? text.at(0, 0) : text.at(word);
    }

    @Override
    public SourcePosition hole(SourcePosition word, String name) {
        return text.hole(word, name);
    }

    @Override
    public <F> Leaf<F> leaf(Object written, F function) {
        Closure<?> closure = written instanceof ClosureTest<?> test
                ? test.closure()
                : written instanceof ClosureFunction<?, ?> made ? made.closure() : null;
        if (!(closure instanceof WalkedClosure walked)) {
            throw new IllegalArgumentException("write the closure { … } in the script itself");
        }
        String source = text.cut(Extent.of(walked.code())).strip();
        return new Leaf<>(source, Sha256.of(LeafDigest.content(source, walked.captured())), function);
    }

    @Override
    public Pins pins() {
        return pins;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean mayRead(Path file) {
        return !foreign || isInside(folder, file);
    }

    /** Whether a file is in a folder, links followed. */
    static boolean isInside(Path folder, Path file) {
        try {
            return Files.exists(file)
                    ? file.toRealPath().startsWith(folder.toRealPath())
                    : file.toAbsolutePath()
                            .normalize()
                            .startsWith(folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            return false;
        }
    }
}
