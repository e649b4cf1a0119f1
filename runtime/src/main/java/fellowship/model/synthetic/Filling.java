package fellowship.model.synthetic;

import fellowship.model.synthetic.Wanted.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the fields of a reply with what a judge makes of the candidates. */
record Filling(Taste taste, Chance chance) {

    private static final Set<String> VERDICTS = Set.of("A", "B", "tie");
    private static final Pattern NUMBERED = Pattern.compile("\\d+");

    /** Values that a scale covers on each side of 0. */
    private static final double REACH = 6;

    /** Text, number, yes or no, or a list. */
    Object value(Wanted field) {
        return switch (field.kind()) {
            case TEXT -> reasons();
            case CHOICE -> choice(field);
            case YES_NO -> first(field.name()) > 0;
            case LIST -> taste.values().size() > 1 ? taste.order() : List.of();
            case NUMBER -> rounded(number(field), 1000);
            case WHOLE -> Math.round(number(field));
        };
    }

    String reasons() {
        StringBuilder text = new StringBuilder("A synthetic judgment");
        for (int place = 0; place < taste.values().size(); place++) {
            text.append(place == 0 ? ": " : ", ")
                    .append(Taste.letter(place))
                    .append(' ')
                    .append(rounded(taste.values().get(place), 100));
        }
        return text.append('.').toString();
    }

    private String choice(Wanted field) {
        List<String> options = field.options();
        if (taste.values().size() == 2 && VERDICTS.containsAll(options) && options.contains("A")) {
            return options.contains(taste.choiceLetter()) ? taste.choiceLetter() : taste.lead() > 0 ? "A" : "B";
        }
        if (field.name().startsWith("step")) {
            double value = first("") + chance.split(field.name()).normal();
            return value > -1 || options.size() < 2
                    ? options.get(0)
                    : options.get(1 + chance.split(field.name()).below(options.size() - 1));
        }
        if (taste.values().isEmpty()
                || field.name().equals("action")
                || field.name().equals("context")) {
            return options.get(chance.split(field.name()).below(options.size()));
        }
        int level = (int) Math.floor((place(field) + REACH / 2) / REACH * options.size());
        return options.get(Math.max(0, Math.min(options.size() - 1, level)));
    }

    private double number(Wanted field) {
        double middle = (field.least() + field.most()) / 2;
        double unit = (field.most() - field.least()) / (2 * REACH);
        if (field.name().equals("certainty")) {
            double lead = taste.values().size() == 2 ? Math.abs(taste.lead()) : Math.abs(first(""));
            return field.most() - (field.most() - field.least()) / (1 + StrictMath.exp(lead));
        }
        return Math.max(field.least(), Math.min(field.most(), middle + unit * place(field)));
    }

    /** The value that a field is about: {@code …_a} and {@code …_b} name the candidate. */
    private double place(Wanted field) {
        boolean second = field.name().endsWith("_b") && taste.values().size() > 1;
        return taste.values().isEmpty() ? first(field.name()) : taste.told(second ? 1 : 0);
    }

    private double first(String name) {
        return taste.values().isEmpty()
                ? chance.split(name).normal()
                : taste.values().get(0);
    }

    private static double rounded(double number, double parts) {
        return Math.rint(number * parts) / parts;
    }

    /** Where one option alone is asked for, with no field around it; else nothing. */
    java.util.Optional<String> bare(String instruction) {
        if (instruction.contains("Reply with the letter alone, A or B")) {
            return java.util.Optional.of(first("") > 0 ? "A" : "B");
        }
        int at = instruction.lastIndexOf("Reply with one whole number from ");
        if (at < 0) {
            return java.util.Optional.empty();
        }
        Matcher bounds = NUMBERED.matcher(instruction.substring(at));
        double least = bounds.find() ? Double.parseDouble(bounds.group()) : 0;
        double most = bounds.find() ? Double.parseDouble(bounds.group()) : 10;
        return java.util.Optional.of(
                String.valueOf(value(new Wanted("score", "score", Kind.WHOLE, List.of(), least, most))));
    }
}
