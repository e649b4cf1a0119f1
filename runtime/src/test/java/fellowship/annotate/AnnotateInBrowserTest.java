package fellowship.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fellowship.people.JudgingOrder;
import fellowship.people.LabelFile;
import fellowship.people.PairIndex;
import fellowship.people.People;
import fellowship.people.RunFixture;
import fellowship.report.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page as a person uses it, in a real browser where there is one. */
class AnnotateInBrowserTest {

    private static final String HOSTILE =
            " </div></script><script>document.title='canary'</script><img src=x onerror=\"document.title='canary'\">"
                    + "<img src='http://127.0.0.1:9/phone-home'> \u202e\u0007";

    // The browser may still be tidying up its profile when the test is over.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path run;

    @Test
    void aPersonJudgesByKeysAndNothingIsLost() throws Exception {
        Optional<Path> chromium = Browser.found();
        assumeTrue(chromium.isPresent(), "skipped: no Chromium on the path, and FELLOWSHIP_CHROMIUM names none");
        PairIndex index = PairIndex.read(RunFixture.pairs(run, 7, HOSTILE), "pairs");
        List<JudgingOrder.Shown> order = JudgingOrder.of(index, 7, "ann", 7);
        try (Browser browser = Browser.open(chromium.get(), run.resolve("profile"))) {
            for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
                browser.call(domain + ".enable", Map.of());
            }
            String first;
            try (LabelFile file = LabelFile.open(run, "ann");
                    AnnotationServer server =
                            AnnotationServer.start(new Session(run, index, order, file), "token1", 0)) {
                first = server.url();
                open(browser, first);
                until(browser, "0 of 7");
                hostileTextIsText(browser);
                key(browser, "1");
                until(browser, "1 of 7");
                key(browser, "2");
                until(browser, "2 of 7");
                key(browser, "0");
                until(browser, "3 of 7");
                key(browser, "u");
                until(browser, "2 of 7");
                key(browser, "s");
                until(browser, "3 of 7");
                open(browser, first);
                until(browser, "3 of 7");
            }
            // The command ended; the page says so and loses nothing.
            key(browser, "1");
            until(browser, "!document.getElementById('alarm').hidden", "true");
            try (LabelFile file = LabelFile.open(run, "ann");
                    AnnotationServer server =
                            AnnotationServer.start(new Session(run, index, order, file), "token2", 0)) {
                open(browser, server.url());
                until(browser, "3 of 7");
                for (int i = 4; i <= 7; i++) {
                    browser.value("document.querySelector('[data-say=left]').click()");
                    until(browser, i + " of 7");
                }
                assertThat(text(browser, "#summary")).startsWith("Thank you. 6 judged, 1 skipped");
                assertThat(text(browser, "#agreement tbody th")).isEqualTo("what the run chose");
                assertThat(text(browser, "#agreement tbody td")).isEqualTo("5");
                browser.value("document.getElementById('end').click()");
                server.await();
            }
            assertThat(browser.value("document.title").asString("")).isEqualTo("Which answer is better?");
            assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
            assertThat(browser.events("Network.requestWillBeSent"))
                    .extracting(event -> event.path("request").path("url").asString(""))
                    .allMatch(url -> url.startsWith("http://127.0.0.1:")
                            && (url.contains("/token1/") || url.contains("/token2/")));
        }
        assertThat(People.read(run).people().get(0).labels()).hasSize(7);
    }

    private static void hostileTextIsText(Browser browser) throws Exception {
        assertThat(browser.value("document.querySelectorAll('.text img, .text script, .text div').length")
                        .asInt(-1))
                .isZero();
        for (String place : List.of("#prompt .turn:nth-child(2) .text", "#left .text", "#right .text")) {
            assertThat(text(browser, place))
                    .contains("<script>document.title='canary'</script>")
                    .endsWith("\ufffd");
        }
        assertThat(text(browser, "#prompt .role")).isEqualTo("system");
        assertThat(browser.value("document.documentElement.scrollWidth <= window.innerWidth")
                        .asBoolean(false))
                .as("nothing stands out on the right")
                .isTrue();
    }

    private static String text(Browser browser, String selector) throws Exception {
        return browser.value("document.querySelector(" + quoted(selector) + ").textContent")
                .asString("");
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static void open(Browser browser, String url) throws Exception {
        browser.call("Page.navigate", Map.of("url", url));
    }

    private static void key(Browser browser, String key) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            browser.call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "text", key));
        }
    }

    private static void until(Browser browser, String count) throws Exception {
        until(browser, "document.getElementById('count')?.textContent.startsWith('" + count + "')", "true");
    }

    private static void until(Browser browser, String expression, String value) throws Exception {
        JsonNode found = browser.value(expression);
        for (int i = 0; i < 200 && !found.asString("").equals(value); i++) {
            Thread.sleep(50);
            found = browser.value(expression);
        }
        assertThat(found.asString("")).as(expression).isEqualTo(value);
    }
}
