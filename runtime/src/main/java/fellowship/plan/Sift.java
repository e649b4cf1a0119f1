package fellowship.plan;

import fellowship.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps that choose among rows, drafts and pairs; each describes itself. */
public interface Sift {

    /**
     * Tests of quality, in order; the first that fails decides. On rows with drafts a draft that fails is taken out, and the row
     * when fewer than two are left of two or more.
     *
     * @param columns of plain rows: whose texts are looked at; empty for drafts and pairs
     */
    record Gates(String id, String from, List<Gate> gates, List<String> columns, SourcePosition at)
            implements Step.Sifting {
        public Gates {
            gates = List.copyOf(gates);
            columns = List.copyOf(columns);
        }

        @Override
        public Map<String, Object> settings() {
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("gates", gates.stream().map(Gate::detail).toList());
            settings.put("columns", columns);
            return settings;
        }

        @Override
        public String detail() {
            return gates.stream().map(Gate::detail).collect(Collectors.joining("; "));
        }
    }

    /**
     * Of equal rows the first stays.
     *
     * @param key what is compared
     * @param near the least similarity that counts as equal, above 0, up to 1; absent: equal keys only
     */
    record Dedupe(String id, String from, Leaf<Function<Row, String>> key, OptionalDouble near, SourcePosition at)
            implements Step.Sifting {
        @Override
        public boolean learns() {
            return true;
        }

        @Override
        public Map<String, Object> settings() {
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("key", Map.of("source", key.source(), "digest", key.digest()));
            near.ifPresent(least -> settings.put("near", least));
            return settings;
        }

        @Override
        public String detail() {
            return "by " + PlanTable.oneLine(key.source())
                    + (near.isPresent() ? ", alike from " + Plain.number(near.getAsDouble()) : "");
        }
    }

    /**
     * Some of the rows, drawn from the seed.
     *
     * @param count exactly so many, or all when there are fewer
     * @param share each row with this chance, above 0, up to 1; one of the two is there
     */
    record Sample(String id, String from, OptionalInt count, OptionalDouble share, SourcePosition at)
            implements Step.Sifting {
        @Override
        public boolean learns() {
            return count.isPresent();
        }

        @Override
        public Map<String, Object> settings() {
            return count.isPresent() ? Map.of("count", count.getAsInt()) : Map.of("share", share.orElseThrow());
        }

        @Override
        public String detail() {
            return count.isPresent()
                    ? Plain.number(count.getAsInt()) + " rows"
                    : Plain.number(100 * share.orElseThrow()) + " % of the rows";
        }
    }

    /**
     * Takes rows, in the order of the input, until so many came through to a data set; then no more is read.
     *
     * @param accepted how many, 1 or more
     * @param each a stratum of its own for each value of this; absent: one for all
     * @param strata how many strata there are; absent: not known, so that all rows are read
     */
    record Until(
            String id,
            String from,
            int accepted,
            Optional<Leaf<Function<Row, String>>> each,
            OptionalInt strata,
            SourcePosition at)
            implements Step.Sifting {
        @Override
        public Map<String, Object> settings() {
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("accepted", accepted);
            each.ifPresent(leaf -> settings.put("each", Map.of("source", leaf.source(), "digest", leaf.digest())));
            strata.ifPresent(count -> settings.put("strata", count));
            return settings;
        }

        @Override
        public String detail() {
            return accepted + " accepted"
                    + each.map(leaf -> " for each " + PlanTable.oneLine(leaf.source()))
                            .orElse("")
                    + (strata.isPresent() ? ", " + strata.getAsInt() + " strata" : "");
        }
    }

    /**
     * What becomes of the pairs whose label is the least sure (Secrets of RLHF II, arXiv 2401.06080, section 2.2).
     *
     * @param share the weakest part of all pairs, above 0, up to 1
     * @param below those whose strength is below this; one of the two is there
     */
    record Weak(String id, String from, OptionalDouble share, OptionalDouble below, Fate fate, SourcePosition at)
            implements Step.Sifting {
        @Override
        public boolean learns() {
            return share.isPresent() && share.getAsDouble() < 1;
        }

        @Override
        public Map<String, Object> settings() {
            Map<String, Object> settings = new LinkedHashMap<>();
            share.ifPresent(part -> settings.put("share", part));
            below.ifPresent(bound -> settings.put("below", bound));
            settings.put("fate", fate.name());
            return settings;
        }

        @Override
        public String detail() {
            return fate + " the " + which(share, below);
        }
    }

    /** What becomes of pairs in which an answer refuses. */
    record Refusals(String id, String from, Fate chosen, Fate rejected, SourcePosition at) implements Step.Sifting {
        @Override
        public Map<String, Object> settings() {
            return new java.util.TreeMap<>(Map.of("chosen", chosen.name(), "rejected", rejected.name()));
        }

        @Override
        public String detail() {
            return "chosen " + chosen + ", rejected " + rejected;
        }
    }

    /** The data set gets a column {@code margin}: by how much the chosen answer is better. */
    record Margins(String id, String from, SourcePosition at) implements Step.Sifting {
        @Override
        public Map<String, Object> settings() {
            return Map.of();
        }

        @Override
        public String detail() {
            return "column margin";
        }
    }

    /**
     * The least sure verdicts are asked again of a better annotator, whose verdict takes their place.
     *
     * @param share the weakest part of all verdicts, above 0, up to 1
     * @param below those whose strength is below this; one of the two is there
     */
    record Escalate(
            String id, String from, String annotator, OptionalDouble share, OptionalDouble below, SourcePosition at)
            implements Step.Sifting {
        @Override
        public boolean learns() {
            return share.isPresent() && share.getAsDouble() < 1;
        }

        @Override
        public Map<String, Object> settings() {
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("annotator", annotator);
            share.ifPresent(part -> settings.put("share", part));
            below.ifPresent(bound -> settings.put("below", bound));
            return settings;
        }

        @Override
        public String detail() {
            return "the " + which(share, below) + " by " + annotator;
        }

        /** The comparison that it asks for. */
        public Step.Compare comparison() {
            return new Step.Compare(id, from, annotator, List.of(), at);
        }
    }

    /** Which pairs or verdicts are the weak ones, in words. */
    private static String which(OptionalDouble share, OptionalDouble below) {
        return share.isPresent()
                ? Plain.number(100 * share.getAsDouble()) + " % weakest"
                : "ones below " + Plain.number(below.orElseThrow());
    }

    /** The word of scripts for a step. */
    static String word(Step.Sifting step) {
        return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
