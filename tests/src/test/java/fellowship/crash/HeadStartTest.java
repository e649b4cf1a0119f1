package fellowship.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.acceptance.Product;
import fellowship.store.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on begins after the rows that its journal says were finished; what it says never decides the bytes. */
class HeadStartTest {

    private static final int ROWS = 700;

    @TempDir
    private Path temp;

    @Test
    void whateverTheJournalSaysWasFinishedTheBytesAreTheSame() throws Exception {
        try (Workplace place = new Workplace(temp.resolve("work"), ROWS, Duration.ZERO)) {
            Product.Result first = place.product().run(Workplace.command());
            assertThat(first.code()).as(first.all()).isZero();
            Map<String, String> calm = place.result();
            try (Journal journal = Journal.open(place.out())) {
                assertThat(journal.note("finished-rows")).hasValue("500");
            }
            for (String said : new String[] {"500", "1", "1000000", "many"}) {
                try (Journal journal = Journal.open(place.out())) {
                    journal.note("finished-rows", said).block();
                }
                Files.delete(place.out().resolve("manifest.json"));
                Product.Result again = place.product().run(Workplace.command());
                assertThat(again.code()).as(again.all()).isZero();
                assertThat(place.result()).as("said %s", said).isEqualTo(calm);
            }
            assertThat(place.count("requests")).as("no call was made twice").isEqualTo(3L * ROWS);
        }
    }
}
