package fellowship.dataset;

import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who wrote what and who said what of it: the history of a row, as one JSON text. */
final class Lineage {

    private Lineage() {}

    /** All drafts with their critiques and scores, and the verdict. Absent numbers have no key. */
    static String of(Row row) {
        Map<String, Object> lineage = new LinkedHashMap<>();
        lineage.put("drafts", row.drafts().stream().map(Lineage::draft).toList());
        row.verdict().ifPresent(verdict -> lineage.put("verdict", verdict(verdict)));
        return Json.line(lineage);
    }

    private static Map<String, Object> draft(Draft draft) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", draft.id());
        draft.reply().ifPresent(reply -> fields.putAll(reply(reply)));
        fields.put("text", draft.text());
        draft.score().ifPresent(score -> fields.put("score", score));
        fields.put(
                "critiques", draft.critiques().stream().map(Lineage::critique).toList());
        fields.put(
                "judgments", draft.judgments().stream().map(Lineage::judgment).toList());
        return fields;
    }

    private static Map<String, Object> critique(Critique critique) {
        Map<String, Object> fields = new LinkedHashMap<>(reply(critique.reply()));
        critique.score().ifPresent(score -> fields.put("score", score));
        fields.put("text", critique.text());
        return fields;
    }

    static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("by", verdict.by());
        fields.put("candidates", List.of(verdict.first().id(), verdict.second().id()));
        fields.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        fields.put("margin", verdict.margin());
        fields.put("flipped", verdict.flipped());
        fields.put(
                "judgments", verdict.judgments().stream().map(Lineage::judgment).toList());
        return fields;
    }

    private static Map<String, Object> judgment(Judgment judgment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("annotator", judgment.annotator());
        judgment.reply().ifPresent(reply -> fields.putAll(reply(reply)));
        fields.put("swapped", judgment.swapped());
        if (judgment.opinion() instanceof Judgment.Score score) {
            fields.put("score", score.value());
        } else if (judgment.opinion() instanceof Judgment.Scores scores) {
            fields.put("scores", List.of(scores.first(), scores.second()));
        } else if (judgment.opinion() instanceof Judgment.Choice choice) {
            fields.put("choice", choice.outcome().name().toLowerCase(Locale.ROOT));
        } else if (judgment.opinion() instanceof Judgment.Unreadable unreadable) {
            fields.put("unreadable", unreadable.why());
        }
        fields.put("rationale", judgment.rationale());
        return fields;
    }

    private static Map<String, Object> reply(Reply reply) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("agent", reply.agent());
        fields.put("asked_model", reply.model().toString());
        fields.put("model", reply.completion().model());
        fields.put("finish", reply.completion().finish().name().toLowerCase(Locale.ROOT));
        fields.put("call", reply.call());
        return fields;
    }

    /** A stable name for a line: the first sixteen digits of SHA-256 over what makes it what it is. */
    static String id(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String model(Optional<Reply> reply) {
        return reply.map(r -> r.completion().model()).orElse("input");
    }
}
