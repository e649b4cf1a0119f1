package fellowship.report;

import java.nio.file.*;
import org.junit.jupiter.api.Test;

class DemoPageTest {
    @Test
    void writes() throws Exception {
        Path folder = Path.of("target/demo");
        Files.createDirectories(folder);
        Demo.Made made = Demo.write(folder, 500);
        Report.write(folder, made.facts(), made.figures(), made.agreements(), made.rows());
        fellowship.dataset.DatasetCard.write(folder, made.facts());
    }
}
