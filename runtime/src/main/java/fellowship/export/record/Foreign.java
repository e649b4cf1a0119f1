package fellowship.export.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The formats of others that {@code convert} reads: a line each. One more is a function here and its line in the table. */
public final class Foreign {

    /** Turns a line into a record, or throws {@link RecordException}. */
    private interface Reader {
        FullRecord read(JsonNode line, String rowId);
    }

    private static final Map<String, Reader> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("trl", Foreign::trl);
        TABLE.put("ultrafeedback-binarized", Foreign::binarized);
        TABLE.put("ultrafeedback", Foreign::ultraFeedback);
        TABLE.put("hh", Foreign::hh);
        TABLE.put("alpaca-eval", Foreign::alpacaEval);
    }

    private Foreign() {}

    /** The names of all formats. */
    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    /**
     * Reads a line of the format.
     *
     * @throws RecordException when it is none
     * @throws IllegalArgumentException when no format has that name
     */
    public static FullRecord read(String format, String line, long number) {
        Reader reader = TABLE.get(format);
        if (reader == null) {
            throw new IllegalArgumentException("no format is named '" + format + "'");
        }
        return reader.read(Tree.object(line), "line-" + number);
    }

    /** TRL's types, by their columns. */
    private static FullRecord trl(JsonNode line, String rowId) {
        List<Said> prompt = Conversation.of(line, "prompt", Said.USER);
        if (line.has("messages")) {
            List<Said> all = Conversation.of(line, "messages", Said.USER);
            need(
                    !all.isEmpty() && all.get(all.size() - 1).by(Said.ASSISTANT),
                    "'messages' must end with the assistant");
            int last = all.size() - 1;
            return single(line, rowId, all.subList(0, last), all.subList(last, all.size()));
        }
        if (line.has("completions")) {
            return steps(line, rowId, prompt);
        }
        if (line.has("completion")) {
            return single(line, rowId, prompt, Conversation.of(line, "completion", Said.ASSISTANT));
        }
        if (!line.has("chosen") && line.has("prompt")) {
            return single(line, rowId, prompt, List.of());
        }
        need(
                line.has("chosen") && line.has("rejected"),
                "there is neither 'chosen' with 'rejected', nor 'completion', nor 'messages', nor 'prompt'");
        return pair(
                line,
                rowId,
                prompt,
                Conversation.of(line, "chosen", Said.ASSISTANT),
                Conversation.of(line, "rejected", Said.ASSISTANT));
    }

    private static FullRecord steps(JsonNode line, String rowId, List<Said> prompt) {
        List<String> texts = Tree.texts(line, "completions");
        List<Boolean> labels = Tree.list(line, "labels", JsonNode::asBoolean);
        need(
                texts.size() == labels.size(),
                "there are " + texts.size() + " completions and " + labels.size() + " labels");
        List<FullRecord.CheckedStep> steps = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            steps.add(new FullRecord.CheckedStep(texts.get(i), labels.get(i)));
        }
        FullRecord.Judgment judgment = judgment("steps", List.of("c0"), Optional.empty(), Map.of(), "", steps);
        FullRecord.Candidate candidate =
                candidate("c0", List.of(Said.assistant(String.join("\n", texts))), "", OptionalDouble.empty());
        return record(line, rowId, prompt, List.of(candidate), List.of(judgment), Optional.empty());
    }

    private static FullRecord single(JsonNode line, String rowId, List<Said> prompt, List<Said> answer) {
        FullRecord.Candidate candidate =
                new FullRecord.Candidate("c0", answer, "", Tree.number(line, "score"), Tree.yesNo(line, "label"));
        return record(line, rowId, prompt, List.of(candidate), List.of(), Optional.empty());
    }

    /** Without a prompt of its own, a pair's prompt is what both sides begin with. */
    private static FullRecord pair(
            JsonNode line, String rowId, List<Said> prompt, List<Said> chosen, List<Said> rejected) {
        boolean whole = chosen.size() > 1 && rejected.size() > 1;
        boolean repeated = whole
                && (prompt.isEmpty()
                        || prompt.size() < chosen.size()
                                && chosen.subList(0, prompt.size()).equals(prompt));
        List<Said> shared = repeated ? Conversation.sharedStart(chosen, rejected) : List.of();
        FullRecord.Candidate good = candidate(
                "c0", chosen.subList(shared.size(), chosen.size()), model(line, "chosen"), score(line, "chosen"));
        FullRecord.Candidate bad = candidate(
                "c1",
                rejected.subList(shared.size(), rejected.size()),
                model(line, "rejected"),
                score(line, "rejected"));
        OptionalDouble margin = Tree.number(line, "margin");
        if (margin.isEmpty() && good.score().isPresent() && bad.score().isPresent()) {
            margin = OptionalDouble.of(good.score().getAsDouble() - bad.score().getAsDouble());
        }
        return record(
                line,
                rowId,
                shared.isEmpty() ? prompt : shared,
                List.of(good, bad),
                List.of(),
                Optional.of(new FullRecord.Decision("c0", "c1", margin, "as given")));
    }

    private static String model(JsonNode line, String side) {
        return Tree.text(line, line.has(side + "_model") ? side + "_model" : side + "-model");
    }

    private static OptionalDouble score(JsonNode line, String side) {
        return Tree.number(
                line,
                line.has("score_" + side)
                        ? "score_" + side
                        : line.has(side + "_rating") ? side + "_rating" : side + "_score");
    }

    /** A text as prompt, whole conversations as chosen and rejected, their scores beside them. */
    private static FullRecord binarized(JsonNode line, String rowId) {
        List<Said> chosen = Conversation.of(line, "chosen", Said.ASSISTANT);
        List<Said> rejected = Conversation.of(line, "rejected", Said.ASSISTANT);
        need(chosen.size() > 1 && rejected.size() > 1, "'chosen' and 'rejected' must be whole conversations");
        return pair(
                line,
                Tree.text(line, "prompt_id").isEmpty() ? rowId : Tree.text(line, "prompt_id"),
                List.of(),
                chosen,
                rejected);
    }

    /** Four answers, each with ratings of several aspects; the answer's score is the mean of those that are numbers. */
    private static FullRecord ultraFeedback(JsonNode line, String rowId) {
        List<FullRecord.Candidate> candidates = new ArrayList<>();
        List<FullRecord.Judgment> judgments = new ArrayList<>();
        for (JsonNode completion : line.path("completions")) {
            String id = "c" + candidates.size();
            List<Double> ratings = new ArrayList<>();
            completion.path("annotations").properties().forEach(aspect -> {
                Optional<Double> rating = rating(aspect.getValue().path("Rating"));
                rating.ifPresent(ratings::add);
                Map<String, Double> scores =
                        rating.map(value -> Map.of(id, value)).orElse(Map.of());
                judgments.add(judgment(
                        aspect.getKey(),
                        List.of(id),
                        Optional.empty(),
                        scores,
                        Tree.text(aspect.getValue(), "Rationale"),
                        List.of()));
            });
            OptionalDouble mean =
                    ratings.stream().mapToDouble(Double::doubleValue).average();
            candidates.add(candidate(
                    id,
                    List.of(Said.assistant(Tree.text(completion, "response"))),
                    Tree.text(completion, "model"),
                    mean));
        }
        need(!candidates.isEmpty(), "'completions' is empty");
        List<Said> prompt = List.of(Said.user(Tree.text(line, "instruction")));
        return record(line, rowId, prompt, candidates, judgments, decided(candidates));
    }

    private static Optional<Double> rating(JsonNode rating) {
        if (rating.isNumber()) {
            return Optional.of(rating.asDouble());
        }
        String text = rating.isString() ? rating.asString().strip() : "";
        return text.matches("\\d{1,3}(\\.\\d{1,6})?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty(); // Others are "N/A".
    }

    /** The best against the worst; a tie where both have the same score. */
    private static Optional<FullRecord.Decision> decided(List<FullRecord.Candidate> candidates) {
        List<FullRecord.Candidate> scored = candidates.stream()
                .filter(one -> one.score().isPresent())
                .sorted((one, other) ->
                        Double.compare(other.score().orElseThrow(), one.score().orElseThrow()))
                .toList();
        if (scored.size() < 2) {
            return Optional.empty();
        }
        FullRecord.Candidate best = scored.get(0);
        FullRecord.Candidate worst = scored.get(scored.size() - 1);
        double margin = best.score().orElseThrow() - worst.score().orElseThrow();
        return margin > 0
                ? Optional.of(new FullRecord.Decision(
                        best.id(), worst.id(), OptionalDouble.of(margin), "best and worst by mean rating"))
                : Optional.empty();
    }

    /** Two transcripts of {@code Human:} and {@code Assistant:}. */
    private static FullRecord hh(JsonNode line, String rowId) {
        return pair(
                line,
                rowId,
                List.of(),
                Transcript.of(Tree.text(line, "chosen")),
                Transcript.of(Tree.text(line, "rejected")));
    }

    /** An annotation of two outputs: preference 1 is the first, 2 the second, 1.5 a tie; null was not read. */
    private static FullRecord alpacaEval(JsonNode line, String rowId) {
        need(line.has("output_1") && line.has("output_2"), "there is no 'output_1' with 'output_2'");
        FullRecord.Candidate one = candidate(
                "c0",
                List.of(Said.assistant(Tree.text(line, "output_1"))),
                Tree.text(line, "generator_1"),
                OptionalDouble.empty());
        FullRecord.Candidate two = candidate(
                "c1",
                List.of(Said.assistant(Tree.text(line, "output_2"))),
                Tree.text(line, "generator_2"),
                OptionalDouble.empty());
        OptionalDouble preference = Tree.number(line, "preference");
        Optional<String> verdict = Optional.empty();
        Optional<FullRecord.Decision> decision = Optional.empty();
        if (preference.isPresent() && Set.of(0.0, 1.5).contains(preference.getAsDouble())) {
            verdict = Optional.of(FullRecord.Judgment.TIE);
        } else if (preference.isPresent()) {
            boolean first = preference.getAsDouble() < 1.5;
            verdict = Optional.of(first ? "c0" : "c1");
            decision = Optional.of(new FullRecord.Decision(
                    first ? "c0" : "c1",
                    first ? "c1" : "c0",
                    OptionalDouble.of(Math.abs(preference.getAsDouble() - 1.5) * 2),
                    "annotation"));
        }
        List<Said> prompt = List.of(Said.user(Tree.text(line, "instruction")));
        FullRecord.Judgment judgment =
                judgment(Tree.text(line, "annotator"), List.of("c0", "c1"), verdict, Map.of(), "", List.of());
        return record(line, rowId, prompt, List.of(one, two), List.of(judgment), decision);
    }

    private static FullRecord.Candidate candidate(String id, List<Said> said, String model, OptionalDouble score) {
        return new FullRecord.Candidate(id, said, model, score, Optional.empty());
    }

    private static FullRecord.Judgment judgment(
            String judge,
            List<String> order,
            Optional<String> verdict,
            Map<String, Double> scores,
            String critique,
            List<FullRecord.CheckedStep> steps) {
        return new FullRecord.Judgment(
                judge, order, verdict, new HashMap<>(scores), critique, steps, List.of(), "", "");
    }

    @SuppressWarnings("unchecked")
    private static FullRecord record(
            JsonNode line,
            String rowId,
            List<Said> prompt,
            List<FullRecord.Candidate> candidates,
            List<FullRecord.Judgment> judgments,
            Optional<FullRecord.Decision> decision) {
        List<List<Said>> texts = new ArrayList<>(List.of(prompt));
        candidates.forEach(one -> texts.add(one.messages()));
        String given = line.path("pair_id").isString() ? line.path("pair_id").asString() : "";
        return new FullRecord(
                given.isEmpty() ? Ids.of(texts.toArray(List[]::new)) : given,
                rowId,
                prompt,
                Conversation.tools(line),
                Tree.texts(line, "images"),
                Conversation.of(line, "reference", Said.ASSISTANT),
                candidates,
                judgments,
                decision,
                "");
    }

    private static void need(boolean there, String otherwise) {
        if (!there) {
            throw new RecordException(otherwise);
        }
    }
}
