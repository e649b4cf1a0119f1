package fellowship.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static fellowship.house.House.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house. What a reviewer says twice becomes a rule here. */
class HouseRulesTest {

    /** Who may know whom; every room stands here. Ground floor first. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("tool", Set.of()),
            Map.entry("quality", Set.of()),
            Map.entry("seam", Set.of()),
            Map.entry("stats", Set.of()),
            Map.entry("chat", Set.of()),
            Map.entry("row", Set.of("chat")),
            Map.entry("prompt", Set.of("chat")),
            Map.entry("people", Set.of("row", "seam", "stats", "text")),
            Map.entry("annotate", Set.of("people", "row", "stats")),
            Map.entry("config", Set.of("chat", "text")),
            Map.entry("plan", Set.of("prompt", "row", "chat", "text", "tool")),
            Map.entry("store", Set.of("chat", "seam")),
            Map.entry("model", Set.of("store", "config", "prompt", "chat", "seam", "text")),
            Map.entry("hub", Set.of("model", "text")),
            Map.entry("ask", Set.of("store", "prompt", "row", "chat")),
            Map.entry("judging", Set.of("ask", "plan", "prompt", "row", "chat", "seam", "stats", "tool")),
            Map.entry(
                    "engine",
                    Set.of("judging", "ask", "plan", "prompt", "row", "chat", "seam", "store", "text", "quality")),
            Map.entry("dataset", Set.of("plan", "prompt", "row", "chat", "stats", "store", "text")),
            Map.entry("export", Set.of("seam", "store", "text")),
            Map.entry("tally", Set.of("engine", "judging", "people", "plan", "row", "chat", "stats")),
            Map.entry(
                    "report",
                    Set.of("tally", "engine", "dataset", "people", "plan", "row", "chat", "seam", "stats", "text")),
            Map.entry(
                    "run",
                    Set.of(
                            "report", "tally", "engine", "judging", "ask", "dataset", "model", "config", "store",
                            "people", "quality", "plan", "prompt", "row", "chat", "seam", "stats", "text")),
            Map.entry("dsl", Set.of("plan", "prompt", "row", "chat", "text")),
            Map.entry("script", Set.of("dsl", "plan", "prompt", "row", "chat", "text", "quality")),
            Map.entry("template", Set.of("text")),
            Map.entry("workflows", Set.of("template")),
            Map.entry(
                    "cli",
                    Set.of(
                            "script",
                            "template",
                            "run",
                            "report",
                            "engine",
                            "dataset",
                            "export",
                            "model",
                            "config",
                            "store",
                            "plan",
                            "prompt",
                            "row",
                            "annotate",
                            "hub",
                            "people",
                            "chat",
                            "seam",
                            "stats",
                            "text")));

    @Test
    void theHouseWasRead() {
        assertThat(CLASSES.size()).isGreaterThan(150);
        assertThat(House.sources()).hasSizeGreaterThan(100);
    }

    @Test
    void roomsKnowOnlyWhatStandsBelowThem() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Set<String> below = ARROWS.get(House.room(type));
            assertThat(below)
                    .as("the room of " + type.getName() + " needs a line in ARROWS")
                    .isNotNull();
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith("fellowship."))
                    .filter(target -> !House.room(target).equals(House.room(type)))
                    .filter(target -> !below.contains(House.room(target)))
                    .forEach(target -> wrong.add(type.getName() + " -> " + target.getName()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noCirclesBetweenPackages() {
        slices().matching("fellowship.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theContractKnowsNoReactorNoJsonAndNoGroovy() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "fellowship.row..",
                        "fellowship.prompt..",
                        "fellowship.plan..",
                        "fellowship.text..",
                        "fellowship.stats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reactor..", "tools.jackson..", "groovy..", "org.codehaus.groovy..")
                .because("the contract between language and engine is plain data")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("fellowship.chat..")
                .and()
                .doNotHaveSimpleName("ChatModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reactor..", "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void groovyStaysAtTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fellowship.dsl..", "fellowship.script..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..")
                .check(CLASSES);
    }

    @Test
    void nobodyButTheCommandLineBlocks() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!House.room(type).equals("cli")) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher"))
                        .filter(call -> call.getName().startsWith("block")
                                || call.getName().equals("toIterable"))
                        .forEach(call -> calls.add(call.getDescription()));
            }
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void timeAndChanceComeInThroughSeams() {
        Set<String> bare = Set.of(
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.util.concurrent.ThreadLocalRandom.current",
                "java.lang.Thread.sleep");
        Set<String> calls = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!House.room(type).equals("cli")) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> bare.contains(call.getTargetOwner().getName() + "." + call.getName()))
                        .forEach(call -> calls.add(call.getDescription()));
            }
        }
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Handler", "Processor"})
    void namesSayWhatAThingIs(String ending) {
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName).filter(name -> name.endsWith(ending)))
                .isEmpty();
    }

    @Test
    void filesStaySmall() {
        List<Integer> sizes = new ArrayList<>();
        List<String> large = new ArrayList<>();
        for (Path source : House.sources()) {
            int lines = (int) House.read(source).lines().count();
            sizes.add(lines);
            if (lines > 400) {
                large.add(House.root().relativize(source) + " has " + lines + " lines");
            }
        }
        sizes.sort(null);
        assertThat(large).isEmpty();
        assertThat(sizes.get(sizes.size() / 2)).as("median lines of a file").isLessThanOrEqualTo(80);
        assertThat(sizes.get(sizes.size() * 95 / 100)).as("95th percentile").isLessThanOrEqualTo(270);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatLivesThere() throws Exception {
        Set<Path> folders = new TreeSet<>();
        House.sources().forEach(source -> folders.add(source.getParent()));
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(folder.toString())
                        .contains("package-info.java");
            }
            assertThat(House.read(folder.resolve("package-info.java")))
                    .as(folder.toString())
                    .contains("@NullMarked")
                    .contains("/**");
        }
    }

    @Test
    void noPackageLivesInTwoModules() {
        Map<String, Set<String>> modules = new java.util.TreeMap<>();
        for (Path source : House.sources()) {
            Path relative = House.root().relativize(source);
            modules.computeIfAbsent(
                            relative.subpath(4, relative.getNameCount() - 1).toString(), name -> new TreeSet<>())
                    .add(relative.getName(0).toString());
        }
        assertThat(modules.values()).allSatisfy(found -> assertThat(found).hasSize(1));
    }
}
