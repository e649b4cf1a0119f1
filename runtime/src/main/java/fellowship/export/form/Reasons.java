package fellowship.export.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why records give no row, and what each code means to a person. */
public final class Reasons {

    static final String NO_DECISION = "no-decision";
    static final String NO_PROMPT = "no-prompt";
    static final String PROMPT_ANSWERED = "prompt-answered";
    static final String EMPTY = "empty";
    static final String EQUAL_TEXTS = "equal-texts";
    static final String SEVERAL_TURNS = "several-turns";
    static final String SYSTEM_LOST = "system-lost";
    static final String TOOLS_LOST = "tools-lost";
    static final String PICTURES_LOST = "pictures-lost";
    static final String PICTURE_MARKS = "picture-marks";
    static final String PICTURE_PLACE = "picture-place";
    static final String NOT_ALTERNATING = "not-alternating";
    static final String NO_MARGIN = "no-margin";
    static final String NO_LABEL = "no-label";
    static final String NO_SCORE = "no-score";
    static final String NO_STEPS = "no-steps";
    static final String NO_REFERENCE = "no-reference";
    static final String NO_CRITIQUE = "no-critique";
    static final String NO_DISSENT = "no-dissent";
    static final String REPEATED = "repeated";

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put(NO_DECISION, "no answer is preferred to another");
        TEXTS.put(NO_PROMPT, "there is no prompt");
        TEXTS.put(PROMPT_ANSWERED, "the prompt ends with the assistant, so there is nothing to answer");
        TEXTS.put(EMPTY, "an answer is empty");
        TEXTS.put(EQUAL_TEXTS, "both answers are the same");
        TEXTS.put(SEVERAL_TURNS, "the type takes one user turn, and there are more");
        TEXTS.put(SYSTEM_LOST, "the type has no place for a system turn");
        TEXTS.put(TOOLS_LOST, "the type has no place for tools");
        TEXTS.put(PICTURES_LOST, "the type has no place for pictures");
        TEXTS.put(PICTURE_MARKS, "there are more or fewer <image> marks than pictures");
        TEXTS.put(PICTURE_PLACE, "pictures stand elsewhere than before the first user turn");
        TEXTS.put(NOT_ALTERNATING, "user and assistant do not take turns");
        TEXTS.put(NO_MARGIN, "nothing says how much better the chosen answer is");
        TEXTS.put(NO_LABEL, "nothing says whether the answer is good by itself");
        TEXTS.put(NO_SCORE, "an answer has no score");
        TEXTS.put(NO_STEPS, "no judge checked the answer step by step");
        TEXTS.put(NO_REFERENCE, "there is no reference answer");
        TEXTS.put(NO_CRITIQUE, "nobody said anything of the answer");
        TEXTS.put(NO_DISSENT, "no judge was against the decision");
        TEXTS.put(REPEATED, "the same row was there before, of the same sample");
    }

    private Reasons() {}

    /** Of all codes, in a person's words. */
    public static Map<String, String> texts() {
        return java.util.Collections.unmodifiableMap(TEXTS);
    }

    /** The code of rows that were there before. */
    public static String repeated() {
        return REPEATED;
    }
}
