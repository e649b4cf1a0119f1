package fellowship.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parts of a card that say what the texts are, whose they are and who vouches for what (after the data statements of
 * Bender and Friedman, TACL 2018). What nobody knows is said to be unknown.
 */
final class StatementText {

    private static final String UNKNOWN = "not known";

    private final CardFacts facts;

    StatementText(CardFacts facts) {
        this.facts = facts;
    }

    /** Whose terms hold for the texts. */
    String terms() {
        Map<String, List<String>> who = new LinkedHashMap<>();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (CardFacts.Player player : facts.players()) {
            String model = player.model().toString();
            who.computeIfAbsent(model, key -> new ArrayList<>()).add(player.name());
            rows.put(
                    model,
                    ModelTerms.of(player.model())
                            .map(terms -> List.of(terms.terms(), terms.training(), terms.url(), terms.checked()))
                            .orElseGet(() -> unknown(player)));
        }
        List<List<String>> cells = new ArrayList<>();
        rows.forEach((model, row) -> {
            List<String> line = new ArrayList<>(List.of(
                    Markdown.text(model), Markdown.text(String.join(", ", who.getOrDefault(model, List.of())))));
            row.forEach(cell -> line.add(cell.startsWith("https://") ? "<" + cell + ">" : Markdown.text(cell)));
            cells.add(line);
        });
        return "## Licence and terms\n\n"
                + "The answers are the output of these models, and their terms say what may be done with it, which is why"
                + " the license above is `other`. The prompts are those of the input, whose license is " + UNKNOWN
                + " to this tool.\n\n"
                + Markdown.table(
                        List.of("model", "who", "terms", "training on its output", "source", "read on"),
                        List.of(false, false, false, false, false, false),
                        cells)
                + "\n";
    }

    private static List<String> unknown(CardFacts.Player player) {
        return switch (player.model().provider()) {
            case "scripted" -> List.of("none: answers from a file", UNKNOWN, "", "");
            case "synthetic" -> List.of("none: a judge that is a formula", "allowed", "", "");
            default -> List.of(UNKNOWN, UNKNOWN, "", "");
        };
    }

    /** What the texts are. */
    String statement() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "purpose",
                facts.plan().about().isBlank()
                        ? UNKNOWN
                        : Markdown.text(facts.plan().about())));
        rows.add(List.of(
                "languages",
                facts.languages().isEmpty()
                        ? UNKNOWN + " to this tool; those of the prompts"
                        : Markdown.text(String.join(", ", facts.languages()))));
        rows.add(List.of(
                "prompts", "from " + inputs() + "; who wrote them, when and for what is " + UNKNOWN + " to this tool"));
        rows.add(List.of("answers", written("writer", "written by no model in this run; they come with the input")));
        rows.add(List.of("labels", labels()));
        rows.add(List.of(
                "personal data",
                "not searched for; what stands in the prompts, and what models made of it, is in the rows"));
        rows.add(List.of(
                "offensive or false content", "not filtered beyond the rules below; models state falsehoods fluently"));
        rows.add(List.of("upkeep", UNKNOWN + ": whoever publishes it says whether it is kept up"));
        return "## What the texts are\n\n" + Markdown.table(List.of("", ""), List.of(false, false), rows) + "\n";
    }

    private String inputs() {
        String names =
                facts.inputs().stream().map(file -> Markdown.text(file.name())).collect(Collectors.joining(", "));
        return names.isEmpty() ? "the script itself" : names;
    }

    private String written(String part, String otherwise) {
        String names = facts.players().stream()
                .filter(player -> player.part().equals(part) && player.answers() > 0)
                .map(player -> Markdown.text(player.model().toString()))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? otherwise : "written by " + names;
    }

    private String labels() {
        String judges = facts.players().stream()
                .filter(player -> !player.part().equals("writer") && player.answers() > 0)
                .map(player -> Markdown.text(player.model().toString()))
                .distinct()
                .collect(Collectors.joining(", "));
        int people = facts.making().people();
        String models = judges.isEmpty() ? "none by a model" : "by " + judges;
        return people == 0
                ? models + "; no person has judged a pair"
                : models + "; " + people + (people == 1 ? " person" : " people")
                        + " judged pairs to check them, of whom nothing was asked";
    }
}
