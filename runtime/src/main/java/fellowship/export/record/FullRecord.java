package fellowship.export.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One example with all that is known of it: the question, every answer, what judges said of them, what was decided.
 *
 * @param pairId of the pair in {@code full.jsonl}, else made of the record's texts; never empty
 * @param rowId of the sample it is of; rows of one sample stand together
 * @param prompt the conversation up to the answer, the system turn first where there is one; may be empty
 * @param tools the tools that answers may call, each as its JSON schema
 * @param images paths or addresses of the pictures, in the order of their {@code <image>} marks; a record with pictures and
 *     no mark shows them before its first user turn
 * @param reference a good answer to measure by; empty where there is none
 * @param candidates the answers, at least one
 * @param judgments what judges and reviewers said of them
 * @param decision which answer is preferred; absent for ties, and where nothing was compared
 * @param lineage where all this comes from, as JSON; empty where nothing is known
 */
public record FullRecord(
        String pairId,
        String rowId,
        List<Said> prompt,
        List<String> tools,
        List<String> images,
        List<Said> reference,
        List<Candidate> candidates,
        List<Judgment> judgments,
        Optional<Decision> decision,
        String lineage) {

    public FullRecord {
        prompt = List.copyOf(prompt);
        tools = List.copyOf(tools);
        images = List.copyOf(images);
        reference = List.copyOf(reference);
        candidates = List.copyOf(candidates);
        judgments = List.copyOf(judgments);
    }

    /**
     * An answer.
     *
     * @param id in its record
     * @param messages what was answered: assistant turns, and turns of tools between them
     * @param model who wrote it; empty where that is not known
     * @param score on the judges' scale
     * @param label whether it is good by itself, where that was said
     */
    public record Candidate(
            String id, List<Said> messages, String model, OptionalDouble score, Optional<Boolean> label) {
        public Candidate {
            messages = List.copyOf(messages);
        }

        /** What was said last. */
        public String text() {
            return messages.isEmpty() ? "" : messages.get(messages.size() - 1).content();
        }
    }

    /**
     * What one judge said once.
     *
     * @param judge its name, as an annotator
     * @param order the candidates as the judge saw them: two for a comparison, one for a score, a critique or steps
     * @param verdict the id of the preferred candidate, or {@code tie}; absent where the judge compared nothing, or was not
     *     readable
     * @param scores by candidate
     * @param critique the judge's reasons, or what a reviewer said; empty where nothing was said
     * @param steps the steps of one answer, as far as they were checked
     * @param asked what the judge was asked, word for word; empty where that was not kept
     * @param reply what it replied, word for word; empty where that was not kept
     * @param revised the answer that came of a critique; empty where none did
     */
    public record Judgment(
            String judge,
            List<String> order,
            Optional<String> verdict,
            Map<String, Double> scores,
            String critique,
            List<CheckedStep> steps,
            List<Said> asked,
            String reply,
            String revised) {
        public static final String TIE = "tie";

        public Judgment {
            order = List.copyOf(order);
            scores = Map.copyOf(scores);
            steps = List.copyOf(steps);
            asked = List.copyOf(asked);
        }

        /** Whether it is about this candidate alone. */
        public boolean only(String candidate) {
            return order.size() == 1 && order.get(0).equals(candidate);
        }

        public OptionalDouble score(String candidate) {
            Double score = scores.get(candidate);
            return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
        }
    }

    /** A step of an answer, and whether it is right. */
    public record CheckedStep(String text, boolean right) {}

    /**
     * @param chosen the id of a candidate
     * @param rejected the id of another
     * @param margin how much better, on the judges' scale
     * @param policy how it was decided
     * @param strength the mean difference over all who judged both, on their scale; below 0 where they are against it
     * @param p the probability that the chosen answer is the better one, 0 to 1
     */
    public record Decision(
            String chosen,
            String rejected,
            OptionalDouble margin,
            String policy,
            OptionalDouble strength,
            OptionalDouble p) {

        /** One whose certainty is not known. */
        public Decision(String chosen, String rejected, OptionalDouble margin, String policy) {
            this(chosen, rejected, margin, policy, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /** With a label for each answer that has a score: good from this score on. */
    public FullRecord labelled(double atLeast) {
        List<Candidate> made = candidates.stream()
                .map(one -> one.score().isEmpty()
                        ? one
                        : new Candidate(
                                one.id(),
                                one.messages(),
                                one.model(),
                                one.score(),
                                Optional.of(one.score().getAsDouble() >= atLeast)))
                .toList();
        return new FullRecord(pairId, rowId, prompt, tools, images, reference, made, judgments, decision, lineage);
    }

    public Optional<Candidate> candidate(String id) {
        return candidates.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Candidate> chosen() {
        return decision.flatMap(made -> candidate(made.chosen()));
    }

    public Optional<Candidate> rejected() {
        return decision.flatMap(made -> candidate(made.rejected()));
    }

    /** What the system was told; empty where it was told nothing. */
    public String system() {
        return prompt.stream()
                .filter(said -> said.by(Said.SYSTEM))
                .map(Said::content)
                .findFirst()
                .orElse("");
    }

    /** The prompt without its system turn. */
    public List<Said> turns() {
        return prompt.stream().filter(said -> !said.by(Said.SYSTEM)).toList();
    }

    /** The question: what the user said last. */
    public String question() {
        return turns().stream()
                .filter(said -> said.by(Said.USER))
                .reduce((one, later) -> later)
                .map(Said::content)
                .orElse("");
    }
}
