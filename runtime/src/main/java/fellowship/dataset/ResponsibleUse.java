package fellowship.dataset;

import fellowship.plan.Fingerprint;
import fellowship.plan.Judge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Croissant's vocabulary for responsible use asks, from the facts of the card and nothing else. */
final class ResponsibleUse {

    private final CardFacts facts;

    ResponsibleUse(CardFacts facts) {
        this.facts = facts;
    }

    Map<String, Object> plain() {
        Map<String, Object> rai = new LinkedHashMap<>();
        rai.put(
                "rai:dataCollection",
                "Prompts were read from " + names(facts.inputs().stream().map(InputFile::name))
                        + "; models answered and judged as the workflow says (plan " + Fingerprint.of(facts.plan())
                        + ", seed " + facts.plan().seed() + ").");
        rai.put("rai:dataCollectionType", List.of("Synthetic data"));
        rai.put("rai:dataPreprocessingProtocol", rules());
        rai.put("rai:dataAnnotationProtocol", protocol());
        rai.put(
                "rai:dataAnnotationPlatform",
                List.of("Fellowship " + facts.making().version()));
        rai.put("rai:dataAnnotationAnalysis", analysis());
        rai.put("rai:annotationsPerItem", perItem());
        rai.put("rai:machineAnnotationTools", tools());
        rai.put("rai:dataBiases", biases());
        rai.put("rai:dataUseCases", List.of("Training and evaluating language models on preferences and critiques."));
        rai.put("rai:dataLimitations", limits());
        rai.put(
                "rai:personalSensitiveInformation",
                List.of("Not searched for. What stands in the prompts is in the rows."));
        rai.put("rai:dataReleaseMaintenancePlan", "Not stated.");
        return rai;
    }

    private static String names(Stream<String> all) {
        String joined = all.distinct().collect(Collectors.joining(", "));
        return joined.isEmpty() ? "the script" : joined;
    }

    private List<String> rules() {
        CardFacts.Funnel funnel = facts.funnel();
        List<String> rules = new ArrayList<>();
        rules.add(funnel.read() + " rows read, " + funnel.emitted() + " in at least one output, " + funnel.filtered()
                + " taken out by a rule, " + funnel.rejected() + " rejected.");
        funnel.rules().forEach((rule, count) -> rules.add(count + " rows or branches taken out by: " + rule));
        return rules;
    }

    private String protocol() {
        if (facts.plan().judges().isEmpty()) {
            return "No judge compares answers in this workflow.";
        }
        return facts.plan().judges().stream()
                .map(ResponsibleUse::asked)
                .collect(Collectors.joining("; ", "Judges: ", ". Prompts and scales stand in manifest.json."));
    }

    private static String asked(Judge judge) {
        String side = judge.marking().form().sideBySide()
                ? judge.orders().both() ? ", both orders of each pair" : ", one order of each pair, drawn by the seed"
                : "";
        return judge.name() + side;
    }

    private List<String> analysis() {
        Labels labels = facts.labels();
        List<String> told = new ArrayList<>();
        if (labels.compared() > 0) {
            told.add("Of " + labels.compared() + " comparisons " + labels.flipped()
                    + " changed with the order of the answers, " + labels.ties() + " were ties, " + labels.undecided()
                    + " could not be read.");
        }
        told.add(
                facts.making().people() == 0
                        ? "No person has checked the labels."
                        : facts.making().people() + " people judged pairs; their agreement is in the card.");
        return told;
    }

    private String perItem() {
        long judges = facts.players().stream()
                .filter(player -> !player.part().equals("writer") && player.answers() > 0)
                .count();
        return judges + (judges == 1 ? " annotator" : " annotators")
                + " in this workflow; the votes of each row are in the" + " lineage column of the full files";
    }

    private List<String> tools() {
        List<String> tools = new ArrayList<>();
        facts.players().stream()
                .filter(player -> !player.part().equals("writer"))
                .forEach(player -> tools.add(player.name() + ": " + player.model()));
        return tools.isEmpty() ? List.of("none") : tools;
    }

    private List<String> biases() {
        List<String> biases = new ArrayList<>();
        facts.pairs().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            long unequal = entry.getValue().longer() + entry.getValue().shorter();
            if (unequal > 0) {
                biases.add(entry.getKey() + ": the longer answer is chosen in "
                        + entry.getValue().longer() + " of " + unequal + " pairs of unequal length.");
            }
        });
        biases.add("Judges' liking for a place, a length or their own family is measured in the card where it can be.");
        return biases;
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>(List.of(
                "Labels are those of models, not of people; models state falsehoods fluently.",
                "Licences and terms of the models' output are in the card; those of the prompts are not known."));
        if (facts.languages().isEmpty()) {
            limits.add("The languages are not stated.");
        }
        return limits;
    }
}
