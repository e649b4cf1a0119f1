package fellowship.model.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/faults.md} is made from the fault table, so that faults are described in one place only. After a change, run
 * this test with {@code -Dfellowship.rewrite=true} and commit the page.
 */
final class FaultsPageTest {

    private static final Path PAGE = Path.of("../docs/faults.md");
    private static final String HEAD = """
            # Faults

            What can go wrong with a provider or around it, and what is done about it. Made from
            `runtime/src/main/resources/fellowship/model/fault/faults.json`, which the product itself reads. Answers are
            asked for whole, never as streams.

            | reaction | means |
            | --- | --- |
            | RETRY | sent again after a pause that grows, at most four times, within a budget for all calls |
            | SLOW | sent again, and the account's rate is lowered |
            | WAIT | the provider is left alone until the time that it named |
            | FIX | the request is changed once: more tokens, fewer, another parameter, a fresh key |
            | ROW | the row is given up, with the reason |
            | RUN | the run ends, and can be resumed |
            | OPEN | the provider is thought to be down: its rows wait, those of others go on |
            | FLAG | the answer is kept and marked, and never chosen by default |
            | OK | nothing is wrong |

            Numbers are those of the catalogue; 0 is what it does not name. A reason is what reject files and reports show.
            """;

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (FaultClass kind : FaultClass.values()) {
            page.append("\n## ").append(kind.title()).append("\n\n");
            page.append("| # | what is seen | reaction | reason | what helps |\n| --- | --- | --- | --- | --- |\n");
            FaultTable.standard().faults().stream()
                    .filter(fault -> fault.kind() == kind)
                    .forEach(fault -> page.append(line(fault)));
        }
        return page.toString();
    }

    private static String line(Fault fault) {
        String reaction = fault.handling()
                + fault.then().map(then -> ", then " + then).orElse("")
                + (fault.tries().isPresent() ? " (" + fault.tries().getAsInt() + " tries in all)" : "");
        String helps = fault.matches().isEmpty() ? "by " + fault.by() : fault.remedy();
        String note = fault.note().isEmpty() ? "" : " (" + fault.note() + ")";
        return "| " + fault.number() + " | " + fault.seen() + " | " + reaction + " | `" + fault.reason() + "` | "
                + helps + note + " |\n";
    }

    @Test
    void thePageIsWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean("fellowship.rewrite")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).content().isEqualTo(page());
    }
}
