package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake is told with its place and with what to do. */
class AgreeBadInputTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void tables() throws IOException {
        shell = new Shell(home);
        shell.write("wide.csv", "item,ann,bob\n1,a,a\n2,a,b\n");
        shell.write("scores.csv", "ann,bob\n1.5,2.5\n3.25,4\n2,0.5\n");
    }

    private void fails(int code, String told, String... args) {
        Shell.Result result = shell.run(args);
        assertThat(result.err()).isEqualTo(told + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void aMissingFile() {
        fails(65, "wide.tsv does not exist", "agree", "wide.tsv");
        fails(
                65,
                ". is a folder; name a file in it, or let people judge its pairs: fellowship annotate .",
                "agree",
                ".");
    }

    @Test
    void aMissingColumnIsToldWithTheNearest() {
        fails(
                65,
                "wide.csv has no column 'an' (--columns); did you mean 'ann'?",
                "agree",
                "wide.csv",
                "--columns",
                "an,bob");
        fails(
                65,
                "wide.csv has no column 'itme' (--item); did you mean 'item'?",
                "agree",
                "wide.csv",
                "--item",
                "itme");
        fails(
                65,
                "wide.csv has no column 'human' (--gold); known: item, ann, bob",
                "agree",
                "wide.csv",
                "--gold",
                "human");
        fails(
                65,
                "wide.csv has no column 'annotator' (--annotator); known: item, ann, bob",
                "agree",
                "wide.csv",
                "--label",
                "ann");
    }

    @Test
    void aLongTableNeedsSomethingToCompare() throws IOException {
        shell.write("long.csv", "item,annotator,verdict\n1,ann,a\n");
        fails(
                65,
                "long.csv has no column 'label' or 'score'; name the one to compare with --label or --score: item, annotator,"
                        + " verdict",
                "agree",
                "long.csv");
    }

    @Test
    void doubleEntriesAreNamed() throws IOException {
        shell.write("twice.csv", "item,annotator,label\n1,ann,a\n1,bob,a\n1,ann,b\n");
        fails(65, "twice.csv:4: item '1' has a label of annotator 'ann' already, at twice.csv:2", "agree", "twice.csv");
    }

    @Test
    void brokenLinesAreTold() throws IOException {
        shell.write("bad.jsonl", "{\"ann\": \"a\", \"bob\": \"b\"}\n{\"ann\": \n[1]\n");
        Shell.Result result = shell.run("agree", "bad.jsonl");
        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err())
                .contains("bad.jsonl:2: the row is not JSON")
                .contains("bad.jsonl:3: the row is a list, not an object");
        shell.write("bad.csv", "ann,bob\na\n");
        fails(65, "bad.csv:2: the row has 1 fields where the header has 2", "agree", "bad.csv");
        shell.write("quote.csv", "ann,bob\n\"a,b\n");
        assertThat(shell.run("agree", "quote.csv").err()).startsWith("quote.csv cannot be read as CSV: ");
        shell.write("names.csv", "ann,ann\na,b\n");
        fails(65, "names.csv:1 names a column twice: ann, ann", "agree", "names.csv");
    }

    @Test
    void anEmptyFile() throws IOException {
        shell.write("empty.csv", "item,ann,bob\n");
        fails(65, "empty.csv has no rows", "agree", "empty.csv");
        shell.write("none.jsonl", "{\"ann\": null, \"bob\": \"unreadable\"}\n");
        fails(65, "there is nothing to compare: all labels are missing or unreadable", "agree", "none.jsonl");
    }

    @Test
    void oneAnnotatorAgreesWithNobody() {
        fails(
                65,
                "there is only one annotator ('ann'); agreement takes two, or gold (--gold)",
                "agree",
                "wide.csv",
                "--columns",
                "ann");
    }

    @Test
    void whatIsNoLabel() throws IOException {
        shell.write("lists.jsonl", "{\"ann\": [1, 2], \"bob\": \"a\"}\n");
        fails(
                65,
                "lists.jsonl:1: the column 'ann' holds a list or an object, which is no label; name the columns to compare"
                        + " (see --help)",
                "agree",
                "lists.jsonl");
        shell.write("noitem.csv", "item,ann,bob\n1,a,a\n,a,a\n");
        fails(65, "noitem.csv:3: the column 'item' is empty", "agree", "noitem.csv");
    }

    @Test
    void aWordAmongNumbersIsNotGuessedAway() throws IOException {
        shell.write("mixed.csv", "ann,bob\n4,5\n3,n/a\n");
        fails(
                65,
                "mixed.csv:3: 'n/a' of 'bob' is a word where others are numbers; say --unreadable 'n/a' if nothing could be"
                        + " read there, else --dimension nominal",
                "agree",
                "mixed.csv");
        fails(
                65,
                "mixed.csv:3: 'n/a' of 'bob' is no number, and interval takes numbers; say --unreadable 'n/a' if nothing could"
                        + " be read there",
                "agree",
                "mixed.csv",
                "--dimension",
                "interval");
        assertThat(shell.run("agree", "mixed.csv", "--dimension", "nominal").code())
                .isZero();
    }

    @Test
    void goldThatDisagreesWithItself() throws IOException {
        shell.write("gold.csv", "item,annotator,label,truth\n1,ann,a,a\n1,bob,a,b\n");
        fails(
                65,
                "gold.csv:3: gold of item '1' is 'b', and 'a' at gold.csv:2; an item has one",
                "agree",
                "gold.csv",
                "--gold",
                "truth");
        fails(
                65,
                "there is no gold: nobody and no column is called 'bib' (--gold) and has a label; did you mean 'bob'?",
                "agree",
                "gold.csv",
                "--gold",
                "bib");
    }

    @Test
    void wordsThatAreNotKnown() {
        fails(
                64,
                "--dimension: there is no 'ordnal'; did you mean 'ordinal'?",
                "agree",
                "wide.csv",
                "--dimension",
                "ordnal");
        fails(64, "--rule: there is no 'majorty'; did you mean 'majority'?", "agree", "wide.csv", "--rule", "majorty");
        fails(
                64,
                "--mode-ties: there is no 'random'; known: dropped, drawn",
                "agree",
                "wide.csv",
                "--mode-ties",
                "random");
    }

    @Test
    void numbersOutOfRange() {
        fails(64, "--level must be above 0 and below 1, as 0.95; was 95.0", "agree", "wide.csv", "--level", "95");
        fails(64, "--resamples must be 100 or more, was 10", "agree", "wide.csv", "--resamples", "10");
        fails(
                64,
                "--weights: the weight of 'ann' must be a number, 0 or more, as in ann=2; was 'much'",
                "agree",
                "wide.csv",
                "--weights",
                "ann=much");
    }

    @Test
    void optionsThatDoNotGoTogether() {
        fails(64, "--juries compares juries with gold; name it with --gold", "agree", "wide.csv", "--juries");
        fails(64, "--leave-one-out needs three annotators besides gold", "agree", "wide.csv", "--leave-one-out");
        fails(
                64,
                "--leave-one-out takes labels, and these are numbers; say --dimension ordinal",
                "agree",
                "scores.csv",
                "--leave-one-out");
        fails(
                64,
                "--rule mean takes numbers, and these are labels; majority, weighted, unanimity and dawid-skene take labels",
                "agree",
                "wide.csv",
                "--rule",
                "mean");
        fails(
                64,
                "--rule majority takes labels, and these are numbers (interval); --rule mean or median takes them, or say"
                        + " --dimension ordinal",
                "agree",
                "scores.csv",
                "--rule",
                "majority");
        fails(
                64,
                "--rule weighted needs weights: --weights ann=2,… ; who is not named has 1",
                "agree",
                "wide.csv",
                "--rule",
                "weighted");
        fails(64, "--weights goes with --rule weighted", "agree", "wide.csv", "--weights", "ann=2");
        fails(
                64,
                "--weights: there is no annotator 'an'; did you mean 'ann'?",
                "agree",
                "wide.csv",
                "--rule",
                "weighted",
                "--weights",
                "an=2");
        fails(
                64,
                "--rule peer-rank needs to know who wrote the two candidates: name the columns with --first and --second",
                "agree",
                "wide.csv",
                "--rule",
                "peer-rank");
        fails(
                64,
                "--columns is for a table with a row an item, --annotator, --label and --score are for one with a row a"
                        + " judgment; give one or the other",
                "agree",
                "wide.csv",
                "--columns",
                "ann",
                "--label",
                "bob");
        fails(
                64,
                "--order makes labels ordinal; it does not go with --dimension interval",
                "agree",
                "wide.csv",
                "--order",
                "a,b",
                "--dimension",
                "interval");
    }

    @Test
    void labelsOutsideOfTheirOrder() {
        fails(
                65,
                "wide.csv:3: the label 'b' is not in --order; did you mean 'a'?",
                "agree",
                "wide.csv",
                "--order",
                "a,good");
    }

    @Test
    void aWinnerWhoDidNotCompete() throws IOException {
        shell.write("peers.csv", "item,ann,bob,one,two\n1,ann,cleo,ann,bob\n");
        fails(
                65,
                "peers.csv:2: 'cleo' of 'bob' names no winner: it is neither a tie nor one, two, ann or bob",
                "agree",
                "peers.csv",
                "--rule",
                "peer-rank",
                "--first",
                "one",
                "--second",
                "two");
    }

    @Test
    void moreThanAMillionJuries() throws IOException {
        String names = IntStream.range(0, 22).mapToObj(i -> "j" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 22).mapToObj(i -> "a").collect(Collectors.joining(","));
        shell.write("many.csv", names + "\n" + row + "\n");
        fails(
                64,
                "--juries tries every jury, and 21 annotators make more than a million; 20 are the most: name them with"
                        + " --columns, or keep only their rows",
                "agree",
                "many.csv",
                "--gold",
                "j0",
                "--juries");
    }

    @Test
    void aReportThatCannotBeWritten() {
        Shell.Result result = shell.run("agree", "wide.csv", "--json", "nowhere/report.json");
        assertThat(result.code()).isEqualTo(73);
        assertThat(result.err()).startsWith("nowhere/report.json cannot be written");
    }

    @Test
    void aMisspeltOption() {
        fails(
                64,
                "fellowship agree: there is no option '--lable'; did you mean '--label'?\nsee: fellowship agree --help",
                "agree",
                "wide.csv",
                "--lable",
                "x");
    }
}
