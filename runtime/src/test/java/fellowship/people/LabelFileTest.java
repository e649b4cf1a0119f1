package fellowship.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.row.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

    @TempDir
    private Path run;

    private static PersonLabel label(String item, Outcome said) {
        return new PersonLabel("pairs", item, "row-" + item, Optional.ofNullable(said), "plain", "vivid", false);
    }

    private static PersonLabel left(String row, Outcome said) {
        return new PersonLabel(PairIndex.FOR_PEOPLE, "people-1/" + row, row, Optional.of(said), "", "", true);
    }

    private void say(String name, PersonLabel... labels) throws IOException {
        try (LabelFile file = LabelFile.open(run, name)) {
            for (PersonLabel label : labels) {
                file.add(label);
            }
        }
    }

    @Test
    void whatWasSaidLastOfAPairHolds() throws IOException {
        say("ann", label("a", Outcome.FIRST), label("b", null), label("a", Outcome.TIE));
        assertThat(People.read(run).people().get(0).labels())
                .containsExactly(label("b", null), label("a", Outcome.TIE));
        assertThat(People.read(run).people().get(0).labels("pairs")).containsExactly(label("a", Outcome.TIE));
    }

    @Test
    void whatWasTakenBackIsGoneAndStaysOnTheRecord() throws IOException {
        say("ann", label("a", Outcome.FIRST), label("b", Outcome.SECOND));
        try (LabelFile file = LabelFile.open(run, "ann")) {
            assertThat(file.undo("other")).isEmpty();
            assertThat(file.undo("pairs")).contains(label("b", Outcome.SECOND));
            assertThat(file.undo("pairs")).contains(label("a", Outcome.FIRST));
            assertThat(file.undo("pairs")).isEmpty();
        }
        assertThat(People.read(run).people().get(0).labels()).isEmpty();
        assertThat(run.resolve("people/ann.jsonl")).content().hasLineCount(5);
    }

    @Test
    void aLineThatWasCutOffByACrashIsLeftOutAndWrittenOver() throws IOException {
        say("ann", label("a", Outcome.FIRST));
        Path path = run.resolve("people/ann.jsonl");
        Files.writeString(path, "{\"set\":\"pairs\",\"item\":\"b\",\"la", StandardOpenOption.APPEND);
        assertThat(People.read(run).people().get(0).labels()).containsExactly(label("a", Outcome.FIRST));
        say("ann", label("c", Outcome.TIE));
        assertThat(People.read(run).people().get(0).labels())
                .containsExactly(label("a", Outcome.FIRST), label("c", Outcome.TIE));
    }

    @Test
    void oneNameIsForOnePersonAtATime() throws IOException {
        try (LabelFile file = LabelFile.open(run, "ann");
                LabelFile other = LabelFile.open(run, "bob")) {
            assertThat(file.name()).isNotEqualTo(other.name());
            assertThatThrownBy(() -> LabelFile.open(run, "ann"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("somebody judges as 'ann' at this moment; several people take several names (--as)");
        }
    }

    @Test
    void aNameThatWouldBeTheSameFileElsewhereIsRefused() throws IOException {
        say("Ann", label("a", Outcome.FIRST));
        assertThatThrownBy(() -> LabelFile.open(run, "ann")).hasMessageContaining("the labels of 'Ann' stand in");
        assertThatThrownBy(() -> LabelFile.open(run, "../ann")).isInstanceOf(IllegalArgumentException.class);
        assertThat(LabelFile.isName("")).isFalse();
        assertThat(LabelFile.isName("a/b")).isFalse();
        assertThat(LabelFile.isName("José-1")).isTrue();
    }

    @Test
    void aBadLineIsNamed() throws IOException {
        say("ann", label("a", Outcome.FIRST));
        Files.writeString(
                run.resolve("people/ann.jsonl"),
                "{\"set\":\"pairs\",\"item\":\"b\",\"label\":\"better\"}\n",
                StandardOpenOption.APPEND);
        assertThatThrownBy(() -> People.read(run))
                .hasMessageEndingWith("ann.jsonl:3: the label must be first, second, tie or skipped, was 'better'");
    }

    @Test
    void peopleAreNumberedInTheOrderInWhichTheyBegan() throws IOException {
        say("zoe", label("a", Outcome.FIRST));
        say("ann", label("a", Outcome.FIRST));
        say("zoe", label("b", Outcome.FIRST));
        assertThat(People.read(run).people()).extracting(Person::name).containsExactly("zoe", "ann");
        assertThat(People.read(run).people()).extracting(Person::publicName).containsExactly("person 1", "person 2");
    }

    @Test
    void peopleWhoDisagreeDoNotMakeATie() throws IOException {
        say("ann", left("q1", Outcome.FIRST), left("q2", Outcome.FIRST), left("q3", Outcome.TIE));
        say("bob", left("q1", Outcome.SECOND), left("q2", Outcome.FIRST));
        say("cem", left("q2", Outcome.SECOND));
        assertThat(People.read(run).forPeople())
                .isEqualTo(Map.of("people-1", Map.of("q2", Outcome.FIRST, "q3", Outcome.TIE)));
    }

    @Test
    void aLabelIsTurnedForWhoHasTheCandidatesTheOtherWayRound() {
        PersonLabel label = label("a", Outcome.FIRST);
        assertThat(label.said("plain", "vivid")).contains(Outcome.FIRST);
        assertThat(label.said("vivid", "plain")).contains(Outcome.SECOND);
        assertThat(label.said("plain", "third")).isEmpty();
    }

    @Test
    void anyNewLabelChangesTheDigests() throws IOException {
        say("ann", label("a", Outcome.FIRST));
        List<String> before = People.read(run).digests();
        say("ann", label("b", Outcome.FIRST));
        assertThat(People.read(run).digests()).hasSize(1).isNotEqualTo(before);
    }
}
