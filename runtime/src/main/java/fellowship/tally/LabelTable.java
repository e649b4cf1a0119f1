package fellowship.tally;

import fellowship.stats.Ratings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Labels and scores by item and annotator: a few bytes for each. */
final class LabelTable {

    static final List<String> LABELS = List.of("first", "second", "tie");

    private final List<String> annotators;
    private final List<byte[]> labels = new ArrayList<>();
    private final List<float[]> scores = new ArrayList<>();

    LabelTable(List<String> annotators) {
        this.annotators = List.copyOf(annotators);
    }

    void add(List<Annotation> item) {
        byte[] label = new byte[annotators.size()];
        float[] score = new float[annotators.size()];
        Arrays.fill(label, (byte) Ratings.NONE);
        Arrays.fill(score, Float.NaN);
        boolean labelled = false;
        boolean scored = false;
        for (Annotation said : item) {
            int place = annotators.indexOf(said.annotator());
            int code = said.label().map(LABELS::indexOf).orElse(Ratings.NONE);
            label[place] = (byte) code;
            labelled |= said.label().isPresent();
            if (said.score().isPresent()) {
                score[place] = (float) said.score().getAsDouble();
                scored = true;
            }
        }
        if (labelled) {
            labels.add(label);
        }
        if (scored) {
            scores.add(score);
        }
    }

    boolean labelled() {
        return !labels.isEmpty();
    }

    boolean scored() {
        return !scores.isEmpty();
    }

    Ratings<String> labels() {
        int[][] codes = labels.stream()
                .map(row -> {
                    int[] wide = new int[row.length];
                    Arrays.setAll(wide, i -> row[i]);
                    return wide;
                })
                .toArray(int[][]::new);
        return Ratings.coded(annotators, LABELS, codes);
    }

    Ratings<Double> scores() {
        TreeSet<Double> values = new TreeSet<>();
        scores.forEach(row -> {
            for (float score : row) {
                if (!Float.isNaN(score)) {
                    values.add(exact(score));
                }
            }
        });
        Map<Double, Integer> places = new LinkedHashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        int[][] codes = scores.stream()
                .map(row -> {
                    int[] wide = new int[row.length];
                    Arrays.setAll(
                            wide,
                            i -> Float.isNaN(row[i]) ? Ratings.NONE : places.getOrDefault(exact(row[i]), Ratings.NONE));
                    return wide;
                })
                .toArray(int[][]::new);
        return Ratings.coded(annotators, List.copyOf(values), codes);
    }

    /** As it was written: 0.1 and not 0.10000000149. */
    private static double exact(float score) {
        return Double.parseDouble(Float.toString(score));
    }
}
