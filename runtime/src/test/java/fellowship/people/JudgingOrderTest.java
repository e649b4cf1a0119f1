package fellowship.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.row.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingOrderTest {

    @TempDir
    private Path run;

    private PairIndex index;

    @BeforeEach
    void pairs() throws IOException {
        index = PairIndex.read(RunFixture.pairs(run, 101, ""), "pairs");
    }

    @Test
    void eachCandidateStandsFirstEquallyOften() {
        for (String name : List.of("ann", "bob", "cem", "dora")) {
            for (int limit : new int[] {2, 10, 100}) {
                List<JudgingOrder.Shown> order = JudgingOrder.of(index, 7, name, limit);
                assertThat(order).hasSize(limit);
                assertThat(order.stream().filter(JudgingOrder.Shown::swapped)).hasSize(limit / 2);
            }
        }
    }

    @Test
    void theSamePersonSeesTheSameOrderAndAnotherAnother() {
        List<JudgingOrder.Shown> ann = JudgingOrder.of(index, 7, "ann", 101);
        assertThat(JudgingOrder.of(index, 7, "ann", 101)).isEqualTo(ann);
        assertThat(JudgingOrder.of(index, 7, "ann", 20)).isEqualTo(ann.subList(0, 20));
        assertThat(JudgingOrder.of(index, 7, "bob", 101)).isNotEqualTo(ann);
        assertThat(JudgingOrder.of(index, 8, "ann", 101)).isNotEqualTo(ann);
        assertThat(ann.stream().map(JudgingOrder.Shown::place)).containsExactlyInAnyOrderElementsOf(index.places());
    }

    @Test
    void thePlacesOfAPairAreThoseOfTheVerdictAndNotOfTheChoice() throws IOException {
        assertThat(index.places().get(0).run()).contains(Outcome.FIRST);
        assertThat(index.places().get(1).run()).contains(Outcome.SECOND);
        for (int i = 0; i < 6; i++) {
            Pair pair = index.pair(index.places().get(i));
            assertThat(pair.first()).isEqualTo("Plain answer " + i);
            assertThat(pair.second()).isEqualTo("Vivid answer " + i);
            assertThat(pair.prompt())
                    .containsExactly(new Pair.Turn("system", "You are brief."), new Pair.Turn("user", "Question " + i));
        }
    }

    @Test
    void rowsThatWereLeftToPeopleStandInTheRowsOwnOrder() throws IOException {
        Files.writeString(run.resolve("for-people.jsonl"), """
                {"step":"people-1","row_id":"q1","swapped":true,"question":"Why?","a":"two","b":"one","verdict":""}
                {"step":"people-1","row_id":"q2","swapped":false,"question":"How?","a":"one","b":"two","verdict":""}
                """);
        PairIndex left = PairIndex.read(run, PairIndex.FOR_PEOPLE);
        assertThat(left.places()).extracting(PairPlace::item).containsExactly("people-1/q1", "people-1/q2");
        for (PairPlace place : left.places()) {
            assertThat(left.pair(place).first()).isEqualTo("one");
            assertThat(left.pair(place).second()).isEqualTo("two");
            assertThat(place.run()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void whatIsNoPairIsNamed() throws IOException {
        Files.writeString(run.resolve("pairs/full.jsonl"), "{\"row_id\":\"q1\"}\n");
        assertThatThrownBy(() -> PairIndex.read(run, "pairs"))
                .hasMessageEndingWith("full.jsonl:1: this is no pair; people compare the pairs of dpo data sets");
        assertThatThrownBy(() -> PairIndex.read(run, "others")).hasMessageContaining("is not there");
    }
}
