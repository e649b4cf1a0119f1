package fellowship.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTreeTest {

    @Test
    void itHoldsWhatTheScriptSaysInOrder() {
        Map<String, Object> tree = PlanTree.of(Plans.loop());
        assertThat(tree.keySet()).containsExactly("name", "about", "values", "budget", "seed", "agents", "steps");
    }

    @Test
    void aStepIsReadableAsPlainData() {
        assertThat(CanonicalText.of(StepTree.of(Plans.refine(3, true))))
                .isEqualTo(
                        "{\"id\":\"loop\",\"does\":\"refine\",\"from\":\"tasks\",\"writer\":\"writer\","
                                + "\"reviewers\":[\"critic\"],\"at-most\":3,\"review-last\":true,"
                                + "\"stop-when\":{\"source\":\"it.score >= 9\",\"digest\":\"d1\"},\"at\":\"loop.groovy:21:1\"}");
    }

    @Test
    void textIsEscapedAsJson() {
        assertThat(CanonicalText.of(List.of("a\"b\\c\nd\u0001é", 1.0, 2.5, 3L, true)))
                .isEqualTo("[\"a\\\"b\\\\c\\nd\\u0001é\",1,2.5,3,true]");
    }

    @Test
    void theTableNamesPlayersAndSteps() {
        assertThat(PlanTable.of(Plans.loop())).isEqualTo("""
                who     is     model   how
                ------  -----  ------  -------------------
                writer  agent  writer  replies with text
                critic  agent  critic  replies with Review

                step            does    from   what
                --------------  ------  -----  -------------------------------------------------------------
                tasks           read    -      vicuna80.jsonl (id, prompt)
                loop            refine  tasks  writer with critic, at most 3 drafts, stop when it.score >= 9
                pairs           pairs   loop   best over first, gap 1 or more
                into-pairs      into    pairs  dpo 'pairs'
                into-critiques  into    loop   critiques 'critiques'
                """);
    }

    @Test
    void theGraphHasAnEdgeForEachInput() {
        assertThat(PlanDot.of(Plans.loop()))
                .startsWith("digraph \"loop\" {")
                .contains("\"tasks\" -> \"loop\";", "\"loop\" -> \"pairs\";", "\"loop\" -> \"into-critiques\";")
                .contains("\"pairs\" [label=\"pairs pairs\\nbest over first, gap 1 or more\"];");
    }
}
