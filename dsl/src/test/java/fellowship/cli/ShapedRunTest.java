package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are crossed, asked and exploded are accounted for, can be traced, and come out the same again. */
class ShapedRunTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(home);
        shell.write("people.groovy", """
                record Decision(String id, String prompt) {}
                record Asked(String id, String prompt, int age) {}
                record Said(String id, int age, String said) {}
                record Part(String id, int age, boolean yes) {}
                def decider = agent('decider') { model 'decider'; maxTokens 50; prompt '{{prompt}} {{age}}' }
                def said = read(Decision, 'decisions.jsonl')
                    .cross(Asked, age: [20, 60])
                    .ask(samples: 2, Said, decider)
                said.explode(Part) { it.said == 'unsure' ? [] : [new Part(it.id, it.age, it.said == 'yes')] }
                    .into jsonl('parts', by: 'age')
                """);
        shell.write("decisions.jsonl", """
                {"id": "d1", "prompt": "one"}
                {"id": "d2", "prompt": "two"}
                """);
        shell.write("answers.jsonl", """
                {"match": "two .*", "replies": ["unsure", "unsure"]}
                {"match": ".* 20", "replies": ["yes", "no"]}
                {"match": ".* 60", "replies": ["yes", "yes"]}
                """);
        shell.write("fellowship.toml", """
                [roles]
                decider = "scripted:answers.jsonl"
                """);
    }

    @Test
    void everyRowIsAccountedForAndTheTableStandsBesideTheRows() throws IOException {
        Shell.Result result = shell.run("run", "people.groovy");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("rows: 2 in = 1 emitted + 1 filtered + 0 rejected")
                .contains("calls: 8 made");
        Path run = shell.folder.resolve("runs/people");
        assertThat(Files.readAllLines(run.resolve("parts/train.jsonl")))
                .hasSize(4)
                .allSatisfy(line ->
                        assertThat(line).contains("\"id\":\"d1\"", "\"origin\":\"decisions.jsonl:1\"", "\"lineage\":"));
        assertThat(run.resolve("parts/table.jsonl")).hasContent("""
                {"age":20,"rows":2,"share":0.5,"yes_count":2,"yes_mean":0.5,"yes_std":0.7071067811865476,\
                "yes_min":0.0,"yes_max":1.0}
                {"age":60,"rows":2,"share":0.5,"yes_count":2,"yes_mean":1.0,"yes_std":0.0,"yes_min":1.0,"yes_max":1.0}
                """);
        assertThat(run.resolve("README.md")).content().contains("Table: parts");
        assertThat(run.resolve("report.html")).content().contains("Table: parts");
        assertThat(run.resolve("manifest.json")).content().contains("parts/table.jsonl");
    }

    @Test
    void rowsOfOneRowHaveIdsOfTheirOwn() throws IOException {
        shell.run("run", "people.groovy");
        assertThat(Files.readAllLines(shell.folder.resolve("runs/people/parts/train.jsonl")))
                .extracting(line -> line.replaceAll(".*\"row_id\":\"([^\"]*)\".*", "$1"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("d1#"));
    }

    @Test
    void aLongerRunInTheSameFolderGivesTheSameBytesAsOneFromTheStart() throws IOException {
        shell.run("run", "people.groovy", "--limit", "1");
        shell.run("run", "people.groovy");
        Path goneOn = shell.folder.resolve("runs/people/parts");
        shell.run("run", "people.groovy", "--out", "fresh");
        for (String name : new String[] {"train.jsonl", "table.jsonl"}) {
            assertThat(goneOn.resolve(name)).hasSameBinaryContentAs(shell.folder.resolve("fresh/parts/" + name));
        }
    }

    @Test
    void rowsAreJoinedByAKeyAndThoseThatFitNoneAreCounted() throws IOException {
        shell.write("joined.groovy", """
                record Old(String id, String before) {}
                record New(String id, String model, String after) {}
                record Both(String id, String before, String model, String after) {}
                def both = read(Old, 'old.jsonl').join(Both, New, 'new.csv', by: 'id')
                both.into jsonl('both')
                """);
        shell.write("old.jsonl", """
                {"id": "r1", "before": "a"}
                {"id": "r2", "before": "b"}
                {"id": "r3", "before": "c"}
                """);
        shell.write("new.csv", """
                id,model,after
                r3,m,z
                r1,m,x
                """);
        Shell.Result result = shell.run("run", "joined.groovy");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("rows: 3 in = 2 emitted + 1 filtered + 0 rejected")
                .contains("both: not in new.csv");
        assertThat(Files.readAllLines(shell.folder.resolve("runs/joined/both/train.jsonl")))
                .extracting(line -> line.replaceAll(",\"drafts\".*", ""))
                .containsExactly(
                        "{\"id\":\"r1\",\"before\":\"a\",\"model\":\"m\",\"after\":\"x\",\"row_id\":\"r1\","
                                + "\"origin\":\"old.jsonl:1\"",
                        "{\"id\":\"r3\",\"before\":\"c\",\"model\":\"m\",\"after\":\"z\",\"row_id\":\"r3\","
                                + "\"origin\":\"old.jsonl:3\"");
        shell.write("new.csv", """
                id,model,after
                r2,m,y
                """);
        assertThat(shell.run("run", "joined.groovy").out()).contains("rows: 3 in = 1 emitted + 2 filtered");
    }
}
