package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.row.Sample;
import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSourceTest {

    private static final RowType ALL_KINDS = new RowType(
            "Item",
            List.of(
                    new Column("text", Column.Kind.TEXT),
                    new Column("whole", Column.Kind.WHOLE),
                    new Column("decimal", Column.Kind.DECIMAL),
                    new Column("yes", Column.Kind.YES_NO),
                    new Column("list", Column.Kind.LIST),
                    new Column("map", Column.Kind.MAP),
                    new Column("any", Column.Kind.ANY)));
    private static final String GOOD = "{\"id\":\"good\",\"prompt\":\"p\"}\n";

    @TempDir
    Path folder;

    private SampleSource open(RowType type, String... names) {
        return SampleSource.open(List.of(names), type, folder, folder.resolve("input"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<InputLine> all(SampleSource source) {
        try (Stream<InputLine> lines = source.lines()) {
            return lines.toList();
        }
    }

    private static List<Sample> samples(SampleSource source) {
        return all(source).stream()
                .filter(InputLine.Taken.class::isInstance)
                .map(line -> ((InputLine.Taken) line).sample())
                .toList();
    }

    private List<Sample> samples(String name, String text) throws IOException {
        write(name, text);
        return samples(open(Fixture.TASK, name));
    }

    private static InputLine.Bad bad(SampleSource source) {
        return all(source).stream()
                .filter(InputLine.Bad.class::isInstance)
                .map(InputLine.Bad.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private InputLine.Bad bad(String line) throws IOException {
        write("in.jsonl", GOOD + line + "\n");
        return bad(open(Fixture.TASK, "in.jsonl"));
    }

    @Test
    void linesArrayAndTableGiveTheSameSamples() throws IOException {
        List<Sample> lines =
                samples("a.jsonl", "{\"id\":\"x\",\"prompt\":\"p, \\\"q\\\"\"}\n\n{\"id\":2,\"prompt\":\"r\"}");
        List<Sample> array =
                samples("a.json", "[ {\"id\":\"x\",\"prompt\":\"p, \\\"q\\\"\"},\n{\"id\":2,\"prompt\":\"r\"}\n]\n");
        List<Sample> table = samples("a.csv", "id,prompt\nx,\"p, \"\"q\"\"\"\n2,r\n");
        List<Sample> tabs = samples("a.tsv", "id\tprompt\nx\tp, \"q\"\n2\tr\n".replace("p, \"q\"", "\"p, \"\"q\"\"\""));
        assertThat(lines).extracting(Sample::id).containsExactly("x", "2");
        assertThat(lines)
                .extracting(Sample::columns)
                .containsExactly(Map.of("id", "x", "prompt", "p, \"q\""), Map.of("id", "2", "prompt", "r"));
        assertThat(List.of(array, table, tabs)).allSatisfy(other -> assertThat(other)
                .extracting(Sample::columns)
                .isEqualTo(lines.stream().map(Sample::columns).toList()));
        assertThat(lines).extracting(Sample::origin).containsExactly("a.jsonl:1", "a.jsonl:3");
        assertThat(array).extracting(Sample::origin).containsExactly("a.json:1", "a.json:2");
        assertThat(table).extracting(Sample::origin).containsExactly("a.csv:2", "a.csv:3");
        assertThat(lines).extracting(Sample::ordinal).containsExactly(0L, 1L);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheData() throws IOException {
        assertThat(samples("b.jsonl", "\uFEFF{\"id\":\"x\",\"prompt\":\"p\"}\r\n{\"id\":\"y\",\"prompt\":\"q\"}\r\n"))
                .extracting(sample -> sample.columns().get("prompt"))
                .containsExactly("p", "q");
        assertThat(samples("b.csv", "\uFEFFid,prompt\r\nx,p\r\n"))
                .extracting(Sample::columns)
                .containsExactly(Map.of("id", "x", "prompt", "p"));
    }

    @Test
    void onlyDeclaredColumnsAreKeptAndNullIsAbsent() throws IOException {
        assertThat(samples("c.jsonl", "{\"id\":\"x\",\"prompt\":null,\"other\":1}\n"))
                .extracting(Sample::columns)
                .containsExactly(Map.of("id", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prompt\":             | not-json       | the row is not JSON, at character",
                "{'prompt':'p'}           | not-json       | the row is not JSON",
                "{\"prompt\":NaN}         | not-json       | the row is not JSON",
                "{\"prompt\":\"p\"} {}    | not-json       | the row is not JSON",
                "{\"prompt\":\"p\",\"prompt\":\"q\"} | not-json | Duplicate",
                "[1]                      | not-object     | the row is a list, not an object",
                "\"prompt\"               | not-object     | the row is the text \"prompt\", not an object",
                "null                     | not-object     | the row is null",
                "{\"promt\":\"p\"}        | missing-column | the column 'prompt' is missing; did you mean 'promt'?",
                "{\"x\":1,\"y\":2}        | missing-column | the column 'prompt' is missing; the row has x, y",
                "{\"prompt\":[1]}         | wrong-type     | the column 'prompt' must be text and is a list",
                "{\"prompt\":{}}          | wrong-type     | the column 'prompt' must be text and is an object",
                "{\"id\":[],\"prompt\":\"\"} | wrong-type  | the column 'id' must be text and is a list",
            })
    void aLineThatCannotBeUsedIsAValue(String line, String reason, String message) throws IOException {
        InputLine.Bad bad = bad(line);
        assertThat(bad.reason()).isEqualTo(reason);
        assertThat(bad.message()).contains(message);
        assertThat(bad.origin()).isEqualTo("in.jsonl:2");
        assertThat(bad.raw()).isEqualTo(line);
        assertThat(bad.ordinal()).isEqualTo(1);
    }

    @Test
    void aLineThatIsNotUtf8IsAValue() throws IOException {
        Files.write(
                folder.resolve("in.jsonl"),
                (GOOD + "{\"prompt\":\"caf\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1));
        InputLine.Bad bad = bad(open(Fixture.TASK, "in.jsonl"));
        assertThat(bad.reason()).isEqualTo("bad-encoding");
        assertThat(bad.raw()).isEqualTo("{\"prompt\":\"caf\uFFFD\"}");
        Files.write(folder.resolve("in.csv"), "id,prompt\n1,ok\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(bad(open(Fixture.TASK, "in.csv")))
                .extracting(InputLine.Bad::reason, InputLine.Bad::origin)
                .containsExactly("bad-encoding", "in.csv:3");
    }

    @Test
    void aLineOverTheBoundIsAValueInLinesAndInArrays() throws IOException {
        String text = "x".repeat(SampleSource.LONGEST);
        write("in.jsonl", GOOD + "{\"prompt\":\"" + text + "\"}\n" + GOOD.replace("good", "after"));
        write("in.json", "[" + GOOD + ",{\"prompt\":\"" + text + "\"}," + GOOD.replace("good", "after") + "]");
        for (String name : List.of("in.jsonl", "in.json")) {
            SampleSource source = open(Fixture.TASK, name);
            assertThat(samples(source)).extracting(Sample::id).containsExactly("good", "after");
            InputLine.Bad bad = bad(source);
            assertThat(bad.reason()).isEqualTo("too-long");
            assertThat(bad.message()).isEqualTo("the row has 16777229 bytes, more than the 16777216 allowed");
            assertThat(bad.raw()).hasSize(SampleSource.RAW_LIMIT).startsWith("{\"prompt\":\"xxx");
        }
    }

    @Test
    void anArrayGoesOnAfterABadElement() throws IOException {
        write("in.json", "[{\"id\":1,\"prompt\":\"a ] , \\\" b\"}, {broken, {\"id\":2,\"prompt\":[[1],[2]]}]");
        assertThatThrownBy(() -> open(Fixture.TASK, "in.json"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the array that begins the file has no end")
                .hasMessageContaining("in the row at line 1");
        write("in.json", "[{\"id\":1,\"prompt\":\"a ] , \\\" b\"},\n nonsense,\n{\"id\":2,\"prompt\":\"c\"}]");
        SampleSource source = open(Fixture.TASK, "in.json");
        assertThat(samples(source))
                .extracting(sample -> sample.columns().get("prompt"))
                .containsExactly("a ] , \" b", "c");
        assertThat(bad(source).origin()).isEqualTo("in.json:2");
        write("in.json", "[{\"id\":1,\"prompt\":\"a\"}] and more");
        assertThatThrownBy(() -> open(Fixture.TASK, "in.json"))
                .hasMessage(
                        "in.json:1: something follows the end of the array; a file is one array, or one object a line");
    }

    @Test
    void valuesBecomeWhatTheColumnsDeclare() throws IOException {
        write(
                "k.jsonl",
                "{\"id\":\"1\",\"text\":1.50,\"whole\":3.0,\"decimal\":2,\"yes\":true,\"list\":[1,2.5],\"map\":{\"a\":1,\"b\":null},\"any\":7}\n");
        assertThat(samples(open(ALL_KINDS, "k.jsonl")))
                .extracting(Sample::columns)
                .containsExactly(Map.of(
                        "text",
                        "1.50",
                        "whole",
                        3L,
                        "decimal",
                        2.0,
                        "yes",
                        true,
                        "list",
                        List.of(1L, 2.5),
                        "map",
                        Map.of("a", 1L),
                        "any",
                        7L));
        write("k.csv", "text,whole,decimal,yes,list,map,any\n5, 3 ,2e1,Yes,\"[1]\",\"{\"\"a\"\":1}\",x\n,,,,,,\n");
        assertThat(samples(open(ALL_KINDS, "k.csv")))
                .extracting(Sample::columns)
                .containsExactly(
                        Map.of(
                                "text",
                                "5",
                                "whole",
                                3L,
                                "decimal",
                                20.0,
                                "yes",
                                true,
                                "list",
                                List.of(1L),
                                "map",
                                Map.of("a", 1L),
                                "any",
                                "x"),
                        Map.of("text", "", "any", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "whole   | 3.5   | a whole number",
                "whole   | \"3\" | a whole number",
                "whole   | 99999999999999999999 | a whole number",
                "whole   | 1e999999999 | a whole number",
                "decimal | 1e999 | a number",
                "decimal | \"1\" | a number",
                "yes     | 1     | true or false",
                "yes     | \"true\" | true or false",
                "list    | {}    | a list",
                "map     | []    | an object",
            })
    void aValueOfAnotherKindIsNeverGuessedAt(String column, String value, String wanted) throws IOException {
        String full =
                "{\"id\":%d,\"text\":\"\",\"whole\":1,\"decimal\":1,\"yes\":true,\"list\":[],\"map\":{},\"any\":1}\n";
        String bad = String.format(full, 2).replaceFirst("\"" + column + "\":[^,]+", "\"" + column + "\":" + value);
        write("k.jsonl", String.format(full, 1) + bad);
        assertThat(bad(open(ALL_KINDS, "k.jsonl")))
                .extracting(InputLine.Bad::reason, InputLine.Bad::message)
                .satisfies(told -> assertThat(told.get(0)).isEqualTo("wrong-type"))
                .satisfies(told ->
                        assertThat((String) told.get(1)).contains("'" + column + "' must be " + wanted + " and is"));
    }

    @Test
    void aTableCellOfAnotherKindIsNeverGuessedAt() throws IOException {
        for (String cell : List.of("0x10", "1f", "NaN", "Infinity", "1,5", "one")) {
            RowType type = new RowType(
                    "T", List.of(new Column("text", Column.Kind.TEXT), new Column("decimal", Column.Kind.DECIMAL)));
            write("t.csv", "text,decimal\na,1\nb,\"" + cell + "\"\n");
            assertThat(bad(open(type, "t.csv")).message())
                    .isEqualTo("the column 'decimal' must be a number with a decimal point and is the text \"" + cell
                            + "\"");
        }
        write("t.csv", "id,prompt\n1,a\n2\n3,b,c\n");
        assertThat(all(open(Fixture.TASK, "t.csv")).stream()
                        .filter(InputLine.Bad.class::isInstance)
                        .map(line -> ((InputLine.Bad) line).message()))
                .containsExactly(
                        "the row has 1 fields where the header has 2", "the row has 3 fields where the header has 2");
    }

    @Test
    void aRowWithoutAnIdGetsOneFromItsContent() throws IOException {
        List<Sample> made = samples("i.jsonl", "{\"prompt\":\"p\"}\n{\"prompt\":\"q\"}\n{\"prompt\":\"p\",\"x\":1}\n");
        List<Sample> again = samples("i.csv", "prompt\nq\np\n");
        assertThat(made.get(0).id())
                .matches("[0-9a-f]{16}")
                .isEqualTo(again.get(1).id());
        assertThat(made.get(1).id())
                .isEqualTo(again.get(0).id())
                .isNotEqualTo(made.get(0).id());
        assertThat(made.get(2).id()).isEqualTo(made.get(0).id() + "-2");
        assertThat(made.get(2).columns().get("id")).isEqualTo(made.get(2).id());
    }

    @Test
    void doubledIdsAreRefusedWithBothPlaces() throws IOException {
        write("a.jsonl", "{\"id\":\"x\",\"prompt\":\"p\"}\n{\"id\":7,\"prompt\":\"p\"}\n");
        write(
                "b.jsonl",
                "{\"id\":\"7\",\"prompt\":\"q\"}\n{\"id\":\"x\",\"prompt\":\"p\"}\n{\"id\":\"x\",\"prompt\":\"p\"}\n");
        assertThatThrownBy(() -> open(Fixture.TASK, "a.jsonl", "b.jsonl"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "2 ids stand more than once: '7' in a.jsonl:2 and b.jsonl:1; 'x' in a.jsonl:1 and b.jsonl:2;"
                                + " give each row an id of its own, or none");
    }

    @Test
    void everyFileThatCannotBeUsedIsToldAtOnce() throws IOException {
        write("prompts.jsonl", GOOD);
        write("empty.jsonl", "");
        Files.createDirectory(folder.resolve("sub"));
        write("sub/a.csv", "x");
        assertThatThrownBy(() -> open(Fixture.TASK, "promts.jsonl", "empty.jsonl", "sub", "no/such.csv", "a\0b"))
                .isInstanceOfSatisfying(InputException.class, told -> assertThat(told.problems())
                        .containsExactly(
                                "promts.jsonl does not exist in " + folder + "; did you mean 'prompts.jsonl'?",
                                "empty.jsonl is empty",
                                "sub is a folder; name the files in it; there are a.csv",
                                "no/such.csv does not exist, nor does its folder " + folder.resolve("no"),
                                "'a\0b' is no file name: Nul character not allowed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.csv   | prompts,id%n1,2 | x.csv:1 has no column 'prompt' (did you mean 'prompts'?)",
                "x.csv   | prompt,prompt%n1,2 | x.csv:1 names a column twice: prompt, prompt",
                "x.csv   | %n%n | x.csv has no header; its first line must name the columns: id,prompt",
                "x.csv   | prompt%n | x.csv has no rows",
                "x.csv   | prompt%n\"open | x.csv cannot be read as CSV",
                "x.jsonl | %n  %n | x.jsonl has no rows",
                "x.json  | [] | x.json has no rows",
                "x.jsonl | {\"q\":\"a\"}%n{\"q\":\"b\"} | none of the 2 rows of x.jsonl can be used; the first: x.jsonl:1: the column 'prompt' is missing; the row has q",
                "x.jsonl | PAR1abcd | x.jsonl is Parquet; give JSON lines, a JSON array or CSV",
            })
    void aFileThatIsUnfitIsRefusedWithPlaceAndRemedy(String name, String text, String message) throws IOException {
        write(name, text.replace("%n", "\n"));
        assertThatThrownBy(() -> open(Fixture.TASK, name))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith(message);
    }

    @Test
    void anotherEncodingOrACompressedFileIsNamed() throws IOException {
        Files.write(folder.resolve("u.jsonl"), GOOD.getBytes(StandardCharsets.UTF_16));
        Files.write(folder.resolve("z.jsonl"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> open(Fixture.TASK, "u.jsonl", "z.jsonl"))
                .hasMessage("u.jsonl is UTF-16; save it as UTF-8\nz.jsonl is compressed; unpack it with gunzip first");
    }

    @Test
    void whatCameThroughStandardInputIsToldApartByItsFirstByte() throws IOException {
        for (String text : List.of(GOOD, "[" + GOOD + "]", "id,prompt\ngood,p\n")) {
            write("input", text);
            SampleSource source = open(Fixture.TASK, "-");
            assertThat(samples(source)).extracting(Sample::id).containsExactly("good");
            assertThat(samples(source).get(0).origin()).startsWith("standard input:");
            assertThat(source.facts().files().get(0).name()).isEqualTo("standard input");
        }
        write("input", "");
        assertThatThrownBy(() -> open(Fixture.TASK, "-"))
                .hasMessage("standard input is empty; pipe JSON lines, a JSON array or CSV into the run");
        write("input", GOOD);
        assertThatThrownBy(() -> open(Fixture.TASK, "-", "-"))
                .hasMessage("standard input is named twice; it can be read once");
    }

    @Test
    void theFactsCountRowsAndDigestBytes() throws IOException {
        write("a.jsonl", GOOD + "nonsense\n");
        write("b.csv", "id,prompt\nx,p\n");
        assertThat(open(Fixture.TASK, "a.jsonl", "b.csv").facts())
                .satisfies(facts -> assertThat(facts.samples()).isEqualTo(2))
                .satisfies(facts -> assertThat(facts.badLines()).isEqualTo(1))
                .extracting(InputFacts::files)
                .isEqualTo(List.of(
                        new InputFile("a.jsonl", 36, Sha256.of(GOOD + "nonsense\n"), 1, 1),
                        new InputFile("b.csv", 14, Sha256.of("id,prompt\nx,p\n"), 1, 0)));
    }

    @Test
    void aFileThatChangesUnderTheRunIsNoticed() throws IOException {
        write("a.jsonl", GOOD);
        SampleSource source = open(Fixture.TASK, "a.jsonl");
        write("a.jsonl", GOOD.replace("\"p\"", "\"q\""));
        assertThatThrownBy(() -> all(source)).hasMessage("a.jsonl changed while the run was reading it; run again");
    }

    @Test
    void rowsAreReadAsTheyAreTaken() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            lines.add("{\"id\":" + i + ",\"prompt\":\"p\"}");
        }
        Files.write(folder.resolve("many.jsonl"), lines);
        SampleSource source = open(Fixture.TASK, "many.jsonl");
        assertThat(source.facts().samples()).isEqualTo(50_000);
        // Damage at the end is not seen by one who takes the first row only.
        Files.writeString(folder.resolve("many.jsonl"), "x", java.nio.file.StandardOpenOption.APPEND);
        try (Stream<InputLine> stream = source.lines()) {
            assertThat(stream.iterator().next()).isInstanceOf(InputLine.Taken.class);
        }
    }
}
