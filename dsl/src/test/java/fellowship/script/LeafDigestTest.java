package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Plan;
import fellowship.plan.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The digests stand in plans, manifests and fingerprints of users' runs. When one of these tests fails, do not change
 * the expected value: find out what changed the digest.
 */
class LeafDigestTest {

    private static final String HEAD = "record Task(String id, String prompt) {}\n";

    private static String digest(String rest) {
        return digests(HEAD + rest).get(0);
    }

    private static List<String> digests(String text) {
        Plan plan = Scripts.plan(text);
        return plan.steps().stream()
                .filter(Step.Filter.class::isInstance)
                .map(step -> ((Step.Filter) step).test().digest())
                .toList();
    }

    @Test
    void theDigestOfATextIsPinned() {
        assertThat(digest("read(Task, 'x').filter { it.prompt.size() > 20 }"))
                .isEqualTo("f36f929fa6e8cee83ae5f4bb0be1f4f60739c13c74d7d6f7d0efc9552ac45fa9");
    }

    @Test
    void theDigestOfCapturedValuesIsPinned() {
        assertThat(digest("def words = ['a', 'b']\nint least = 3\n"
                        + "read(Task, 'x').filter { words.contains(it.id) && it.prompt.size() > least }"))
                .isEqualTo("ef01f00646ba33614e34a542d9ddc98191766a09e4ad3754c1f74493581c4e96");
    }

    @Test
    void theDigestWithAHelperIsPinned() {
        assertThat(digest("boolean longer(String s, int n) { s.size() > n }\n"
                        + "read(Task, 'x').filter { longer(it.prompt, 3) }"))
                .isEqualTo("32e3c10e99bc46ab285291bbac6e6031cf274ddcc020e8565f57f2fc54a7c7d7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read(Task, 'x').filter {it.prompt.size()>20&&it.id!='a'}",
                "read(Task, 'x').filter {\n    it.prompt.size() > 20   // a comment\n        && it.id != 'a'\n}",
                "\n\n\nread(Task, 'x')\n  .filter { /* why */ it.prompt\n.size() > 20 &&\n it.id != 'a' }",
            })
    void layoutAndCommentsDoNotCount(String text) {
        assertThat(digest(text)).isEqualTo(digest("read(Task, 'x').filter { it.prompt.size() > 20 && it.id != 'a' }"));
    }

    @Test
    void statementsStayApart() {
        assertThat(digest("read(Task, 'x').filter { int a = 1\n-a > it.id.size() }"))
                .isNotEqualTo(digest("read(Task, 'x').filter { int a = 1 -1; a > it.id.size() }"));
    }

    @Test
    void whatAClosureCapturesCounts() {
        String leaf = "\nread(Task, 'x').filter { words.contains(it.id) }";
        assertThat(digest("def words = ['a', 'b']" + leaf))
                .isEqualTo(digest("def words = ['a'] + ['b']" + leaf))
                .isNotEqualTo(digest("def words = ['a', 'c']" + leaf))
                .isNotEqualTo(digest("def words = ['a, b']" + leaf));
    }

    @Test
    void aHelpersTextCounts() {
        String leaf = "\nread(Task, 'x').filter { longer(it.prompt) }";
        assertThat(digest("boolean longer(String s) { s.size() > 3 }" + leaf))
                .isEqualTo(digest("boolean longer(String s) {\n  s.size() > 3 // long\n}" + leaf))
                .isNotEqualTo(digest("boolean longer(String s) { s.size() >= 3 }" + leaf));
    }

    @Test
    void textInQuotesIsNeverLayout() {
        assertThat(digest("read(Task, 'x').filter { it.id == 'a  b' }"))
                .isNotEqualTo(digest("read(Task, 'x').filter { it.id == 'a b' }"));
        assertThat(digest("read(Task, 'x').filter { it.id == 'a // b' }"))
                .isNotEqualTo(digest("read(Task, 'x').filter { it.id == 'a ' }"));
    }

    @Test
    void oneTextTwiceIsOneLeaf() {
        assertThat(digests(HEAD + "def t = read(Task, 'x')\nt.filter { it.id > 'a' }\nt.filter { it.id > 'a' }"))
                .hasSize(2)
                .containsOnly(digest("read(Task, 'x').filter { it.id > 'a' }"));
    }
}
