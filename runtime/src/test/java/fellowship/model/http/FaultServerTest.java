package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.model.Wired;
import fellowship.model.fault.Fault;
import fellowship.model.fault.FaultTable;
import fellowship.model.http.FaultCalls.End;
import fellowship.proof.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server sends, a call ends in time, with the reaction of the fault table, and without the key. */
final class FaultServerTest {

    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final Duration LARGE = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 65_536;

    /** Rows whose cases need more than one answer, or another server; each by the test that has them. */
    private static final Map<Integer, String> ELSEWHERE = Map.of(
            65, "fellowship.model.http.ConnectionTest#aHostThatDoesNotExistEndsTheRun",
            67, "fellowship.model.http.ConnectionTest#aConnectionThatTheServerHasClosedIsNoReasonToFail",
            68, "fellowship.model.http.SecureTest#anUnknownAuthorityEndsTheRunAndAKnownOneAnswers");

    /** Rows that are not about a wire, each by the test that shows what is done about it. */
    private static final Map<Integer, String> OFF_THE_WIRE = Map.of(
            36, "runtime/fellowship.dataset.RowShapeTest#aReplyThatRefusesInPlainWordsIsNeverChosen",
            48, "runtime/fellowship.model.openai.OpenAiModelTest#theRequestIsWrittenInOneOrder",
            49, "runtime/fellowship.ask.JsonReaderTest#whatIsNotTheTypeIsUnreadableWithTheReason",
            50, "runtime/fellowship.ask.JsonReaderTest#whatIsNotTheTypeIsUnreadableWithTheReason",
            75, "runtime/fellowship.store.FailedSyncTest#aFailedSyncIsNeverTriedAgain",
            76, "runtime/fellowship.run.ScriptFaultsTest#aScriptThatFailsOnEachOfTheFirstTwentyRowsEndsTheRun",
            77, "dsl/fellowship.script.LeavesTest#aScoreThatIsNotThereIsNeverANumber",
            78, "dsl/fellowship.cli.LastWordsTest#memoryThatRunsOutEndsTheProcess",
            79, "runtime/fellowship.model.ModelsTest#aPriceIsNeededOnlyForABudgetInDollars",
            80, "runtime/fellowship.dataset.SampleSourceTest#aLineThatCannotBeUsedIsAValue");

    private static final Map<Speech, Set<Integer>> HANDLED = new TreeMap<>();
    private static long slowest;
    private static String slowestCase = "";
    private static int calls;

    @ParameterizedTest
    @EnumSource
    void everyFaultEndsAsTheTableSays(Speech speech) throws IOException {
        warm(speech);
        List<String> wrong = new ArrayList<>();
        Set<Integer> rows = new TreeSet<>();
        for (FaultCase one : FaultCalls.cases(speech)) {
            Duration timeout = isLarge(one) ? LARGE : TIMEOUT;
            End end = FaultCalls.call(speech, one, timeout);
            calls++;
            rows.add(one.row());
            problem(one, end, timeout).ifPresent(what -> wrong.add(one + ": " + what));
            if (!isLarge(one) && end.took().toMillis() > slowest) {
                slowest = end.took().toMillis();
                slowestCase = one.toString();
            }
        }
        assertThat(wrong).isEmpty();
        HANDLED.put(speech, rows);
        if (HANDLED.size() == Speech.values().length) {
            figures(rows);
        }
    }

    /** What takes longer to make than the short deadline of the others. */
    private static boolean isLarge(FaultCase one) {
        return one.row() == 62 || one.row() == 63 || one.what().contains("headers without end");
    }

    private static void warm(Speech speech) throws IOException {
        FaultCase.Cases good = new FaultCase.Cases(speech);
        good.ok(0, speech.good(), FaultCase.answers(completion -> true));
        FaultCalls.call(speech, good.all.get(0), Duration.ofSeconds(20));
    }

    private static Optional<String> problem(FaultCase one, End end, Duration timeout) {
        FaultCase.Expected expected = one.expected();
        if (end.took().compareTo(timeout.plus(SLACK)) > 0) {
            return Optional.of("took " + end.took());
        }
        if (end.requests() > one.requests()) {
            return Optional.of("sent " + end.requests() + " times");
        }
        if (expected.reaction().isEmpty()) {
            return end.completion().filter(expected.alsoAnswer()).isPresent()
                    ? Optional.empty()
                    : Optional.of("ended with " + end.completion() + end.fault());
        }
        if (!(end.fault().orElse(null) instanceof fellowship.chat.ModelException fault)) {
            return Optional.of("ended with " + end.completion() + end.fault());
        }
        boolean said = fault.getMessage().startsWith("local m: ")
                && fault.getMessage().contains(";")
                && fault.getMessage().length() < 700;
        String all = fault.getMessage() + fault.raw();
        boolean secret = all.contains("canary") || all.contains(Wired.KEY.substring(10));
        boolean as = fault.reason().equals(expected.reason())
                && fault.reaction() == expected.reaction().get()
                && expected.alsoFault().test(fault);
        return said && !secret && as && fault.raw().length() <= MOST_KEPT
                ? Optional.empty()
                : Optional.of(fault.reaction() + " " + fault.reason() + " " + fault.retryAfter() + ", wanted "
                        + expected.reaction().get() + " " + expected.reason() + ": " + fault.getMessage());
    }

    private static void figures(Set<Integer> rows) {
        Set<Integer> wire = new TreeSet<>(rows);
        wire.addAll(ELSEWHERE.keySet());
        Set<Integer> all = new TreeSet<>(wire);
        all.addAll(OFF_THE_WIRE.keySet());
        Proof.figure(
                "faults-handled",
                all.size() + " of 80 (" + wire.size() + " over sockets), " + calls + " calls, slowest " + slowest
                        + " ms at a deadline of " + TIMEOUT.toMillis() + " ms (" + slowestCase + ")");
        assertThat(HANDLED.values()).allSatisfy(each -> assertThat(each).isEqualTo(rows));
        assertThat(all).hasSize(80);
    }

    @Test
    void everyCaseIsOfARowWithItsReasonAndReaction() {
        for (Speech speech : Speech.values()) {
            for (FaultCase one : FaultCalls.cases(speech)) {
                List<Fault> same = FaultTable.standard().faults().stream()
                        .filter(fault -> fault.number() == one.row())
                        .toList();
                assertThat(same).as(one.toString()).isNotEmpty();
                boolean stated = same.stream()
                        .anyMatch(fault -> one.expected().reaction().isEmpty()
                                || fault.by().contains("inside")
                                || !fault.by().isEmpty()
                                || fault.note().contains("inner")
                                || (fault.reason().equals(one.expected().reason())
                                        && fault.reaction()
                                                .equals(one.expected().reaction())));
                boolean adjoining = Set.of(28, 60, 61, 63, 64).contains(one.row());
                assertThat(stated || adjoining).as("%s is in the table", one).isTrue();
            }
        }
    }

    @Test
    void theTestsElsewhereAreThere() throws IOException {
        List<String> all = new ArrayList<>(OFF_THE_WIRE.values());
        ELSEWHERE.values().forEach(test -> all.add("runtime/" + test));
        for (String test : all) {
            String[] parts = test.split("[/#]");
            Path source = Path.of("..", parts[0], "src/test/java", parts[1].replace('.', '/') + ".java");
            assertThat(source).content().contains("void " + parts[2] + "(");
        }
    }

    /** Large bodies are read in a Java process of 64 MB. */
    @Test
    void noBodyTakesMoreThanItsBounds() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBodies.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed;
        try (InputStream out = process.getInputStream()) {
            printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("peak heap").doesNotContain("OutOfMemory");
        String last = printed.strip().lines().reduce((a, b) -> b).orElseThrow();
        Proof.figure("faults-large-bodies", last);
    }
}
