package fellowship.model.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Finish;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultTableTest {

    private static final FaultTable TABLE = FaultTable.standard();

    @Test
    void allEightyRowsAreThere() {
        assertThat(TABLE.faults().stream()
                        .map(Fault::number)
                        .distinct()
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(0, 80).boxed().toList());
    }

    @Test
    void everyRowIsEitherKnownHereOrSaysWhoDealsWithIt() {
        assertThat(TABLE.faults()).allSatisfy(fault -> {
            assertThat(fault.matches().isEmpty()).isEqualTo(!fault.by().isEmpty());
            if (!fault.matches().isEmpty()) {
                assertThat(fault.says()).isNotBlank();
                assertThat(fault.remedy()).isNotBlank();
                assertThat(fault.reaction()).isPresent();
            }
        });
    }

    @Test
    void whatDoesNotHelpForEverEndsSomehow() {
        assertThat(TABLE.faults()).allSatisfy(fault -> {
            boolean goesOn = Set.of(Handling.RETRY, Handling.WAIT, Handling.FIX).contains(fault.handling());
            assertThat(fault.then().isPresent()).as(fault.seen()).isEqualTo(goesOn);
        });
    }

    @Test
    void everyReactionOccurs() {
        List<Handling> all = Stream.concat(
                        TABLE.faults().stream().map(Fault::handling),
                        TABLE.faults().stream().flatMap(fault -> fault.then().stream()))
                .distinct()
                .toList();
        assertThat(all).containsExactlyInAnyOrder(Handling.values());
    }

    @Test
    void aPauseOfMoreThanTwoMinutesLeavesTheProviderAlone() {
        assertThat(TABLE.classify(after(429, Duration.ofSeconds(120))).reaction())
                .isEqualTo(Reaction.SLOW);
        assertThat(TABLE.classify(after(500, Duration.ofSeconds(120))).reaction())
                .isEqualTo(Reaction.RETRY);
        ModelException far = TABLE.classify(after(429, Duration.ofSeconds(3723)));
        assertThat(far.reaction()).isEqualTo(Reaction.WAIT);
        assertThat(far.retryAfter()).contains(Duration.ofSeconds(3723));
        assertThat(far.getMessage()).contains("asks for a pause of 1h2m3s");
        assertThat(TABLE.classify(after(503, Duration.ofSeconds(121))).reaction())
                .isEqualTo(Reaction.WAIT);
        assertThat(TABLE.classify(after(401, Duration.ofSeconds(9999))).reaction())
                .isEqualTo(Reaction.RUN);
        assertThat(TABLE.classify(after(422, Duration.ofSeconds(9999))).reaction())
                .isEqualTo(Reaction.ROW);
    }

    private static FaultFacts after(int status, Duration wait) {
        return new FaultFacts("p m", Stage.ANSWER, "", status, List.of(), "", "", Optional.of(wait), Optional.empty());
    }

    @Test
    void theWaitInAFieldOfTheBodyIsTaken() {
        String body = "{\"error\":{\"details\":[{\"@type\":\"RetryInfo\",\"retryDelay\":\"38.5s\"}]}}";
        FaultFacts facts = new FaultFacts(
                "p m", Stage.ANSWER, "", 429, List.of(), "quota", body, Optional.empty(), Optional.empty());
        assertThat(TABLE.classify(facts).retryAfter()).contains(Duration.ofMillis(38_500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            maximum context length is 8192 tokens. However, you requested 9000 tokens (5000 in the messages, 4000 in the completion) | 3192
            maximum context length is 4096 tokens and your request has 1000 input tokens (4000 > 4096 - 1000) | 3096
            input length and `max_tokens` exceed context limit: 198240 + 4000 > 200000 | 1760
            max_tokens is too large: 4000. This model supports at most 2048 completion tokens | 2048
            max_tokens: 4000 > 1024, which is the maximum allowed number of output tokens | 1024
            maximum context length is 8192 tokens. However, you requested 12000 tokens (8190 in the messages, 4000 in the completion) | -1
            maximum context length is 8192 tokens. However, you requested 12000 tokens (9000 in the messages, 4000 in the completion) | -1
            prompt is too long: 208310 tokens > 200000 maximum | -1
            maximum context length is 99999999999999999999 tokens | -1
            """)
    void theRoomThatIsLeftIsReadFromTheWords(String words, int room) {
        assertThat(Room.left(words, 4000).orElse(-1)).isEqualTo(room);
    }

    @Test
    void oneReasonNeverAsksForTwoThingsOfTheSameWeight() {
        TABLE.faults().stream().filter(fault -> fault.tries().isPresent()).forEach(fault -> assertThat(fault.reaction())
                .contains(Reaction.RETRY));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | context_length_exceeded | This model's maximum context length is 8192 tokens | ROW | context-length
            400 | | prompt is too long: 208310 tokens > 200000 maximum | ROW | context-length
            400 | | input length and max_tokens exceed context limit | ROW | context-length
            400 | | The input token count (1200000) exceeds the maximum number of tokens allowed | ROW | context-length
            400 | exceed_context_size_error | the request exceeds the available context size | ROW | context-length
            500 | | input token count (12) exceeds the maximum | ROW | context-length
            400 | content_filter | The response was filtered due to the prompt triggering the policy | ROW | filtered-input
            400 | invalid_prompt | Invalid prompt | ROW | filtered-input
            400 | | Output blocked by content filtering policy | ROW | filtered-output
            400 | unsupported_parameter | Unsupported parameter: 'max_tokens' is not supported with this model | RUN | unsupported-parameter
            400 | unsupported_value | temperature does not support 0.2 with this model | RUN | unsupported-parameter
            400 | | The request body is not valid JSON: unexpected end of data: line 1 | RETRY | request-cut
            400 | invalid_request_error | Your credit balance is too low to access the API | RUN | no-credit
            400 | | something odd | ROW | bad-request
            401 | invalid_api_key | Incorrect API key provided | RUN | unauthorised
            402 | | pay | RUN | no-credit
            403 | | Country, region, or territory not supported | RUN | forbidden
            403 | | <html>blocked</html> | RETRY | blocked-page
            404 | model_not_found | The model gpt-9 does not exist | RUN | unknown-model
            408 | | | RETRY | conflict
            409 | | | RETRY | conflict
            413 | request_too_large | Request exceeds the maximum size | ROW | request-too-large
            422 | | schema | ROW | bad-request
            429 | rate_limit_exceeded | Rate limit reached for gpt-4 on tokens per min. Limit: 10000 / min. | SLOW | rate-limited
            429 | rate_limit_exceeded | Request too large for gpt-4 on TPM: Limit 30000, Requested 31538 | ROW | request-too-large
            429 | rate_limit_exceeded | TPM: Limit 30000, Used 29000, Requested 1538 | SLOW | rate-limited
            429 | tokens | on tokens: Limit 30000, Requested 90000. | ROW | request-too-large
            429 | insufficient_quota | You exceeded your current quota, please check your plan | RUN | no-quota
            429 | | Quota exceeded for metric: requests, limit: 0, model: x | RUN | no-quota
            429 | | Quota exceeded, limit: 0.5 | SLOW | rate-limited
            429 | | reached acceleration limit | SLOW | rate-limited
            429 | | | SLOW | rate-limited
            500 | server_error | The server had an error | RETRY | server-error
            502 | | <html><h1>502 Bad Gateway</h1></html> | RETRY | gateway
            503 | | slow_down | SLOW | rate-limited
            503 | | RESOURCE_EXHAUSTED | SLOW | rate-limited
            503 | | no healthy upstream | RETRY | gateway
            529 | overloaded_error | Overloaded | RETRY | overloaded
            520 | | | RETRY | server-error
            599 | | | RETRY | server-error
            418 | | teapot | ROW | unknown-status
            407 | | | RUN | proxy
            0 | rate_limit_error | inner | SLOW | rate-limited
            0 | authentication_error | inner | RUN | unauthorised
            """)
    void aStatusIsKnownByItsWords(int status, String code, String message, Reaction reaction, String reason) {
        ModelException error = TABLE.classify(facts(status, code, message == null ? "" : message, Optional.empty()));
        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.reaction()).isEqualTo(reaction);
        assertThat(error.getMessage()).startsWith("openai m: ").contains("; ");
    }

    @Test
    void theWaitOfASentenceIsTakenWhereNoHeaderNamesOne() {
        FaultFacts facts = facts(429, "rate_limit_exceeded", "Please try again in 9.816s.", Optional.empty());
        assertThat(TABLE.classify(facts).retryAfter()).contains(Duration.ofMillis(9816));
    }

    @Test
    void theProvidersAdviceIsTakenButNotAgainstTheRun() {
        assertThat(TABLE.classify(facts(500, null, "", Optional.of(false))).reaction())
                .isEqualTo(Reaction.ROW);
        assertThat(TABLE.classify(facts(422, null, "", Optional.of(true))).reaction())
                .isEqualTo(Reaction.RETRY);
        assertThat(TABLE.classify(facts(401, null, "", Optional.of(true))).reaction())
                .isEqualTo(Reaction.RUN);
    }

    @Test
    void foreignWordsStayInOneLineAndShort() {
        String wild = "a\u001b[31mred\nline\u202e" + "x".repeat(5000);
        String message =
                TABLE.classify(facts(400, null, wild, Optional.empty())).getMessage();
        assertThat(message).doesNotContain("\u001b", "\n", "\u202e").hasSizeLessThan(600);
    }

    @Test
    void noMessageTakesLongToClassify() {
        String hostile = "limit 1 ".repeat(8000) + "try again in ".repeat(8000);
        long start = System.nanoTime();
        TABLE.classify(facts(429, "x", hostile, Optional.empty()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "stop, COMPLETE",
        "end_turn, COMPLETE",
        "STOP, COMPLETE",
        "length, LENGTH",
        "max_tokens, LENGTH",
        "model_context_window_exceeded, LENGTH",
        "content_filter, FILTER",
        "SAFETY, FILTER",
        "refusal, REFUSAL",
        "tool_calls, UNKNOWN",
        "pause_turn, UNKNOWN",
        "something_new, UNKNOWN",
        ", UNKNOWN"
    })
    void anEndingIsCompleteOnlyWhereItIsKnownToBe(String word, Finish finish) {
        assertThat(TABLE.finish(word)).isEqualTo(finish);
    }

    @Test
    void someFaultsAreWorthTwoTriesOnly() {
        assertThat(TABLE.tries("empty")).hasValue(2);
        assertThat(TABLE.tries("server-error")).isEmpty();
    }

    @Test
    void aFaultCanBePlayed() {
        assertThat(TABLE.play("server-error", "scripted"))
                .hasValueSatisfying(error -> assertThat(error.reaction()).isEqualTo(Reaction.RETRY));
        assertThat(TABLE.play("no-such-reason", "scripted")).isEmpty();
    }

    private static FaultFacts facts(int status, String code, String message, Optional<Boolean> shouldRetry) {
        return new FaultFacts(
                "openai m",
                Stage.ANSWER,
                "",
                status,
                code == null ? List.of() : List.of(code),
                message,
                message,
                Optional.empty(),
                shouldRetry);
    }
}
