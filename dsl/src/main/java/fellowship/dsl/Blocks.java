package fellowship.dsl;

import groovy.lang.Closure;
import java.util.function.Consumer;

/** Makes of a script's block what Java would write: {@code { model 'x' }} becomes {@code spec -> spec.model("x")}. */
final class Blocks {

    private Blocks() {}

    /** The words of the block are the specification's alone: those of the script around it are out of reach. */
    static <S> Consumer<S> of(Closure<?> block) {
        return spec -> {
            Closure<?> bound = (Closure<?>) block.clone();
            bound.setResolveStrategy(Closure.DELEGATE_ONLY);
            bound.setDelegate(spec);
            bound.call(spec);
        };
    }
}
