package fellowship.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/papers.md} is made from the {@code template.toml} of every bundled template. After a change, run this test with
 * {@code -Dfellowship.rewrite=true} and commit the page.
 */
class PapersPageTest {

    private static final Path TEMPLATES = Path.of("../workflows");
    private static final Path PAGE = Path.of("../docs/papers.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("fellowship.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder("# Papers\n\nMade from the templates' own `template.toml`: what of each paper is"
                        + " in a template, what is not, and where each number comes from.\n");
        for (String name : Shelf.folders(TEMPLATES)) {
            Manifest manifest = ManifestReader.read(TEMPLATES.resolve(name).resolve(Template.MANIFEST));
            page.append("\n## ")
                    .append(name)
                    .append('@')
                    .append(manifest.version())
                    .append('\n');
            for (Manifest.Paper paper : manifest.papers()) {
                page.append('\n')
                        .append(paper.address()
                                .map(address -> "[" + paper.title() + "](" + address + ")")
                                .orElse(paper.title()))
                        .append(" (")
                        .append(paper.id())
                        .append(")\n\n- Here: ")
                        .append(oneLine(paper.carried()))
                        .append("\n- Not here: ")
                        .append(oneLine(paper.leftOut()))
                        .append('\n');
            }
            if (!manifest.numbers().isEmpty()) {
                page.append("\n| what | value | where | parameter |\n|---|---|---|---|\n");
                manifest.numbers().forEach(number -> page.append("| ")
                        .append(cell(number.what()))
                        .append(" | ")
                        .append(cell(number.value()))
                        .append(" | ")
                        .append(cell(number.where()))
                        .append(" | ")
                        .append(number.parameter()
                                .map(parameter -> "`" + parameter + "`")
                                .orElse(""))
                        .append(" |\n"));
            }
        }
        return page.toString();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String cell(String text) {
        return oneLine(text).replace("|", "\\|");
    }
}
