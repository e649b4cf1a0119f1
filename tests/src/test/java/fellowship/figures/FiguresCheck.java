package fellowship.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs after all other tests of a build (see the module's pom): what they measured is no worse than the page says. */
class FiguresCheck {

    @Test
    void noFigureIsWorseThanThePageSays() {
        assertThat(new ProofPage(Path.of("").toAbsolutePath().getParent()).worse())
                .isEmpty();
    }
}
