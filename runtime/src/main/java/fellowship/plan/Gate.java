package fellowship.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A test of quality that a text, or a pair of texts, has to pass. Each is a pure function of the row. */
public sealed interface Gate {

    /** The word of scripts, which is also the name under which rows that fail are counted. */
    String rule();

    /** What it asks, in a few words. */
    String detail();

    /**
     * Bounds on a text's length, in Unicode code points without the white space at both ends.
     *
     * @param min least, 1 or more
     * @param max most, {@code min} or more
     * @param ratio of pairs: how many times as long as the other one the longer text may be, 1 or more
     */
    record Length(OptionalInt min, OptionalInt max, OptionalDouble ratio) implements Gate {
        @Override
        public String rule() {
            return "length";
        }

        @Override
        public String detail() {
            return "length"
                    + (min.isPresent() ? " from " + min.getAsInt() : "")
                    + (max.isPresent() ? " to " + max.getAsInt() : "")
                    + (ratio.isPresent() ? ", ratio " + Plain.number(ratio.getAsDouble()) : "");
        }
    }

    /** Of pairs: the two texts' word sets may share no more than this part of all their words. */
    record Apart(double most) implements Gate {
        @Override
        public String rule() {
            return "apart";
        }

        @Override
        public String detail() {
            return "alike up to " + Plain.number(most);
        }
    }

    /** No remains of a template, a role label or talk about the answer. */
    record Residue() implements Gate {
        @Override
        public String rule() {
            return "residue";
        }

        @Override
        public String detail() {
            return "no residue";
        }
    }

    /** The text is not cut off. */
    record Whole() implements Gate {
        @Override
        public String rule() {
            return "whole";
        }

        @Override
        public String detail() {
            return "not cut off";
        }
    }

    /** The text is in one of these languages, as ISO 639-3 codes like {@code eng}. */
    record Language(List<String> codes) implements Gate {
        public Language {
            codes = List.copyOf(codes);
        }

        @Override
        public String rule() {
            return "language";
        }

        @Override
        public String detail() {
            return "language " + String.join(" or ", codes);
        }
    }

    /** No e-mail address, phone number, IBAN, card number or IP address. */
    record PersonalData() implements Gate {
        @Override
        public String rule() {
            return "personalData";
        }

        @Override
        public String detail() {
            return "no personal data";
        }
    }

    /** No API key, token or private key of a well-known form. */
    record Secrets() implements Gate {
        @Override
        public String rule() {
            return "secrets";
        }

        @Override
        public String detail() {
            return "no secrets";
        }
    }

    /**
     * No run of words that also stands in a benchmark.
     *
     * @param files JSONL, CSV or text, as the script gives them; at least one
     * @param words how long a run, 1 or more
     */
    record Benchmarks(List<String> files, int words) implements Gate {

        /** As the GPT-3 paper (arXiv 2005.14165, appendix C) has it. */
        public static final int WORDS = 13;

        public Benchmarks {
            files = List.copyOf(files);
        }

        @Override
        public String rule() {
            return "benchmarks";
        }

        @Override
        public String detail() {
            return "no " + words + " words of " + String.join(", ", files);
        }
    }

    /** Of pairs: no judge of the chosen answer's own model family took part. */
    record OwnFamily() implements Gate {
        @Override
        public String rule() {
            return "ownFamily";
        }

        @Override
        public String detail() {
            return "no judge of the winner's family";
        }
    }
}
