package fellowship.dataset;

import java.util.function.Function;

/** Something that a row gives, or the reason why it does not. */
sealed interface Made<T> {

    record Of<T>(T value) implements Made<T> {}

    record Not<T>(String reason) implements Made<T> {}

    default <R> Made<R> then(Function<T, Made<R>> next) {
        return this instanceof Of<T> of ? next.apply(of.value()) : new Not<>(((Not<T>) this).reason());
    }

    /** The line, or the reason in its place. */
    default Shaped line(Function<T, Shaped.Line> shape) {
        return this instanceof Of<T> of ? shape.apply(of.value()) : new Shaped.Left(((Not<T>) this).reason());
    }
}
