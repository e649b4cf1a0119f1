package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Fingerprint;
import fellowship.plan.PlanTable;
import fellowship.plan.PlanValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words that choose among rows, from the script to the plan. */
class ChoosingWordsTest {

    private static final String HEAD = """
            record Task(String id, String prompt, String human, String model) {}
            def judge1 = judge('j') { scoring outOf: 10 }
            def pairs = read(Task, 't.jsonl').score(judge1, 'human', 'model').pairs(chosen: 'human', rejected: 'model')
            """;

    @Test
    void everyWordMakesAStepThatThePlanShows() {
        Reading reading = Scripts.read("choosing.groovy", Map.of());

        assertThat(reading.problems()).isEmpty();
        assertThat(PlanValidator.hasErrors(PlanValidator.validate(reading.plan().orElseThrow())))
                .as(PlanValidator.validate(reading.plan().orElseThrow()).toString())
                .isFalse();
        assertThat(PlanTable.of(reading.plan().orElseThrow()))
                .contains("language eng or deu; no secrets; no 13 words of gsm8k.jsonl")
                .contains("length from 20 to 4000; no 8 words of mmlu.txt")
                .contains("by { it.prompt }, alike from 0.8")
                .contains("500 rows")
                .contains("50 % of the rows")
                .contains("column human over column model")
                .contains("column human over random")
                .contains("first over column model")
                .contains("flip the ones below 0")
                .contains("drop the 10 % weakest")
                .contains("length, ratio 3; alike up to 0.9; no personal data; no judge of the winner's family")
                .contains("chosen keep, rejected drop")
                .contains("5 accepted for each { it.task.topic }, 3 strata")
                .contains("ranks, revised")
                .contains("ties kept")
                .contains("the 20 % weakest by chief")
                .contains("the ones below 1 by chief");
    }

    @Test
    void whatIsSetCountsInTheFingerprint() {
        assertThat(Fingerprint.of(Scripts.plan(HEAD + "pairs.weak(share: 0.1, drop).into dpo('p')")))
                .isNotEqualTo(Fingerprint.of(Scripts.plan(HEAD + "pairs.weak(share: 0.1, flip).into dpo('p')")))
                .isNotEqualTo(Fingerprint.of(Scripts.plan(HEAD + "pairs.weak(share: 0.2, drop).into dpo('p')")))
                .isEqualTo(Fingerprint.of(Scripts.plan(HEAD + "pairs.weak( share:0.1,drop )\n  .into dpo('p')")));
        assertThat(Fingerprint.of(Scripts.plan(HEAD + "pairs.gates { length(max: 9) }.into dpo('p')")))
                .isNotEqualTo(Fingerprint.of(Scripts.plan(HEAD + "pairs.gates { length(max: 8) }.into dpo('p')")));
    }
}
