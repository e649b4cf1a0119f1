package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    private final List<Integer> ends = new ArrayList<>();
    private final LastWords words = new LastWords(Terminal.system(), ends::add);

    @Test
    void memoryThatRunsOutEndsTheProcess() {
        words.uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));
        words.uncaughtException(Thread.currentThread(), new StackOverflowError());
        assertThat(ends).containsExactly(70, 70);
    }

    @Test
    void anotherFaultIsOnlyTold() {
        words.uncaughtException(Thread.currentThread(), new IllegalStateException("odd"));
        assertThat(ends).isEmpty();
    }
}
