package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * As UltraFeedback (Cui et al., 2023): all answers to an instruction, each with a rating and reasons for each aspect, here
 * each judge. Ratings are texts there; one that is missing is {@code N/A}.
 */
final class UltraFeedback {

    private UltraFeedback() {}

    static List<Form> forms() {
        return List.of(Form.of(
                "ultrafeedback",
                "ratings",
                "instruction, models, and every answer with its ratings",
                UltraFeedback::fields,
                UltraFeedback::emit));
    }

    private static List<Field> fields(Survey survey) {
        List<Field> aspects = new ArrayList<>();
        survey.judges()
                .forEach(judge -> aspects.add(Field.object(judge, Field.text("Rating"), Field.text("Rationale"))));
        Field annotations = new Field("annotations", Field.Kind.OBJECT, aspects);
        List<Field> completion = new ArrayList<>(List.of(Field.text("model"), Field.text("response")));
        if (!aspects.isEmpty()) {
            completion.add(annotations);
        }
        return List.of(
                Field.text("instruction"),
                Field.texts("models"),
                Field.list("completions", new Field("element", Field.Kind.OBJECT, completion)));
    }

    private static Emitted emit(FullRecord record, Survey survey) {
        if (record.question().isEmpty()) {
            return new Emitted.Left(Reasons.NO_PROMPT);
        }
        return new Line()
                .with("instruction", JudgePrompts.instruction(record))
                .with(
                        "models",
                        record.candidates().stream()
                                .map(FullRecord.Candidate::model)
                                .toList())
                .with(
                        "completions",
                        record.candidates().stream()
                                .map(candidate -> completion(record, candidate, survey))
                                .toList())
                .row();
    }

    private static Map<String, Object> completion(FullRecord record, FullRecord.Candidate candidate, Survey survey) {
        Line annotations = new Line();
        for (String judge : survey.judges()) {
            OptionalDouble rating = HelpSteer.score(record, judge, candidate.id());
            String rationale = record.judgments().stream()
                    .filter(judgment -> judgment.judge().equals(judge) && judgment.only(candidate.id()))
                    .map(FullRecord.Judgment::critique)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining("\n"));
            annotations.with(
                    judge,
                    new Line()
                            .with("Rating", rating.isPresent() ? JudgePrompts.number(rating.getAsDouble()) : "N/A")
                            .with("Rationale", rationale)
                            .made());
        }
        return new Line()
                .with("model", candidate.model())
                .with("response", candidate.text())
                .with(!survey.judges().isEmpty(), "annotations", annotations.made())
                .made();
    }
}
