package fellowship.dsl;

import fellowship.plan.Gate;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** The words inside {@code gates { … }}; the first gate that a text does not pass is the rule it is counted under. */
public interface GateSpec {

    /**
     * Bounds a text's length in characters, and in a pair how many times as long the longer one may be:
     * {@code length(min: 20, max: 4000, ratio: 2)}.
     */
    void length(
            @NamedParams({
                        @NamedParam(value = "min", type = Number.class),
                        @NamedParam(value = "max", type = Number.class),
                        @NamedParam(value = "ratio", type = Number.class)
                    })
                    Map<String, ?> bounds);

    /** Bounds how alike the two texts of a pair may be: the share of words they have in common, 0 to 1. */
    void apart(double most);

    /** Lets through no remains of generation: "As an AI", "Here is the revised answer:", template marks, role labels, open fences. */
    void residue();

    /** Lets through no text that breaks off. */
    void whole();

    /** Lets through no text that is surely in another language: {@code language 'en', 'de'}. */
    void language(String... codes);

    /** Lets through no e-mail address, phone number, IBAN, card number or public IP address. */
    void personalData();

    /** Lets through no keys, tokens or private keys of well-known forms. */
    void secrets();

    /** Lets through nothing that shares a run of 13 words with these files: JSONL, else a text a line. */
    default void benchmarks(String... files) {
        benchmarks(Map.of("words", Gate.Benchmarks.WORDS), files);
    }

    /** Lets through nothing that shares a run of this many words with these files: {@code benchmarks(words: 8, 'gsm8k.jsonl')}. */
    void benchmarks(
            @NamedParams(@NamedParam(value = "words", type = Number.class)) Map<String, ?> options, String... files);

    /** Lets through no pair whose chosen answer was judged by a model of its writer's own family. */
    void ownFamily();
}
