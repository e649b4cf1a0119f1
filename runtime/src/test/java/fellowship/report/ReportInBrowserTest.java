package fellowship.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page as a person gets it, in a real browser where there is one. */
class ReportInBrowserTest {

    // The browser may still be tidying up its profile when the test is over.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @Test
    void thePageWorksAndTellsNobody() throws Exception {
        Optional<Path> chromium = Browser.found();
        assumeTrue(chromium.isPresent(), "skipped: no Chromium on the path, and FELLOWSHIP_CHROMIUM names none");
        Demo.Made made = Demo.write(folder, 120);
        Report.write(folder, made.facts(), made.figures(), made.agreements(), made.rows());
        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page).contains("canary");
        try (Browser browser = Browser.open(chromium.get(), folder.resolve("profile"))) {
            for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
                browser.call(domain + ".enable", Map.of());
            }
            String url = folder.resolve("report.html").toUri().toString();
            browser.call("Page.navigate", Map.of("url", url));
            for (int i = 0;
                    i < 200
                            && !browser.value("document.readyState")
                                    .asString("")
                                    .equals("complete");
                    i++) {
                Thread.sleep(50);
            }
            assertThat(browser.value("document.title").asString("")).isEqualTo("judged: report");
            assertThat(browser.value("document.querySelectorAll('.drafts script, .drafts img').length")
                            .asInt(-1))
                    .isZero();
            plots(browser);
            filters(browser);
            assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
            assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
            assertThat(browser.events("Log.entryAdded")).isEmpty();
            assertThat(browser.events("Network.requestWillBeSent"))
                    .extracting(event -> event.path("request").path("url").asString(""))
                    .containsOnly(url);
        }
    }

    private static void plots(Browser browser) throws Exception {
        JsonNode plots = browser.value("[...document.querySelectorAll('svg')].map(svg => {"
                + "const box = svg.getBoundingClientRect();"
                + "const shapes = [...svg.querySelectorAll('rect, circle')].map(each => each.getBoundingClientRect());"
                + "return {wide: box.width, high: box.height, title: svg.querySelector('title').textContent,"
                + "desc: svg.querySelector('desc').textContent.length,"
                + "out: shapes.filter(each => each.right > box.right + 1 || each.left < box.left - 1).length};})");
        assertThat(plots.size()).isGreaterThan(10);
        for (JsonNode plot : plots) {
            assertThat(plot.path("wide").asDouble(0)).as(plot.toString()).isGreaterThan(100);
            assertThat(plot.path("high").asDouble(0)).as(plot.toString()).isGreaterThan(30);
            assertThat(plot.path("desc").asInt(0)).as(plot.toString()).isPositive();
            assertThat(plot.path("out").asInt(-1)).as(plot.toString()).isZero();
        }
        assertThat(browser.value("document.documentElement.scrollWidth <= window.innerWidth")
                        .asBoolean(false))
                .as("nothing stands out on the right")
                .isTrue();
    }

    private static void filters(Browser browser) throws Exception {
        String shown = "[...document.querySelectorAll('details.row')].filter(row => !row.hidden)";
        int all = browser.value(shown + ".length").asInt(0);
        assertThat(all).isEqualTo(120);
        browser.value("document.querySelector('[data-flag=tie]').click()");
        int ties = browser.value(shown + ".length").asInt(0);
        assertThat(ties).isPositive().isLessThan(all);
        assertThat(browser.value(shown + ".every(row => row.dataset.flags.split(' ').includes('tie'))")
                        .asBoolean(false))
                .isTrue();
        browser.value("document.querySelector('[data-flag=\"\"]').click()");
        browser.value("(() => { const box = document.getElementById('search'); box.value = 'items.jsonl:18';"
                + "box.dispatchEvent(new Event('input')); })()");
        assertThat(browser.value(shown + ".map(row => row.querySelector('code').textContent).join()")
                        .asString(""))
                .isEqualTo("q17");
        browser.value("document.getElementById('open').click()");
        assertThat(browser.value("document.querySelectorAll('details.row[open]').length")
                        .asInt(0))
                .isEqualTo(1);
        assertThat(browser.value("document.getElementById('shown').textContent").asString(""))
                .isEqualTo("1 shown");
    }
}
