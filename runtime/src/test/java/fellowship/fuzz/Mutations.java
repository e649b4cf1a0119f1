package fellowship.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils good input: what is there is changed, dropped, doubled, retyped, nested or cut. */
final class Mutations {

    private static final String[] VALUES = {
        "null",
        "true",
        "[]",
        "{}",
        "-1",
        "0",
        "1e999",
        "-0.0",
        "1.5",
        "\"\"",
        "\"\\ud800\"",
        "NaN",
        "[[[[[[[[",
        "}}}}",
        "99999999999999999999999",
        "\"\u202e\\u0000\"",
        "{\"error\":{\"code\":\"429\"}}",
        "{\"a\":{\"a\":{\"a\":{}}}}"
    };
    private static final String[] PIECES = {
        ",",
        ":",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u0000",
        "\ufeff",
        "\u2028",
        "```",
        "{{",
        "}}",
        "#",
        "=",
        ";",
        "*",
        ">",
        "-",
        "…",
        "\ud83d\ude00",
        "s",
        "ms",
        "1",
        "9",
        ".",
        "%s",
        "${x}",
        "</think>",
        "<think>"
    };

    private final List<byte[]> seeds;

    Mutations(List<byte[]> seeds) {
        this.seeds = List.copyOf(seeds);
    }

    byte[] next(Random dice) {
        byte[] seed = seeds.get(dice.nextInt(seeds.size()));
        int how = dice.nextInt(20);
        if (how == 0) {
            return noise(dice);
        }
        if (how < 4) {
            return bytes(seed, dice);
        }
        String text = new String(seed, StandardCharsets.UTF_8);
        for (int i = 1 + dice.nextInt(2); i > 0; i--) {
            text = text(text, dice);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(Random dice) {
        byte[] noise = new byte[dice.nextInt(200)];
        dice.nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(byte[] seed, Random dice) {
        byte[] bytes = seed.clone();
        for (int i = dice.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = dice.nextInt(bytes.length);
            bytes[at] = (byte) (dice.nextBoolean() ? dice.nextInt() : bytes[at] ^ 1 << dice.nextInt(8));
        }
        return dice.nextInt(3) == 0 ? Arrays.copyOf(bytes, dice.nextInt(bytes.length + 1)) : bytes;
    }

    private String text(String text, Random dice) {
        if (text.isEmpty()) {
            return PIECES[dice.nextInt(PIECES.length)];
        }
        int from = dice.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + dice.nextInt(12));
        String before = text.substring(0, from);
        String part = text.substring(from, to);
        String after = text.substring(to);
        return switch (dice.nextInt(9)) {
            case 0 -> before + after;
            case 1 -> before + part + part + after;
            case 2 -> before + part.repeat(dice.nextInt(20) == 0 ? 200 : 2) + after;
            case 3 -> before + PIECES[dice.nextInt(PIECES.length)] + after;
            case 4 ->
                before + PIECES[dice.nextInt(PIECES.length)].repeat(dice.nextInt(30) == 0 ? 3000 : 2) + part + after;
            case 5 -> dice.nextBoolean() ? before : part + after;
            case 6 -> other(dice) + part + after;
            default -> retyped(text, dice);
        };
    }

    /** The front of another seed. */
    private String other(Random dice) {
        String seed = new String(seeds.get(dice.nextInt(seeds.size())), StandardCharsets.UTF_8);
        return seed.substring(0, dice.nextInt(seed.length() + 1));
    }

    /** One value in place of another, or nested into lists. */
    private static String retyped(String text, Random dice) {
        List<Integer> colons = new ArrayList<>();
        for (int i = text.indexOf(':'); i >= 0 && colons.size() < 60; i = text.indexOf(':', i + 1)) {
            colons.add(i);
        }
        if (colons.isEmpty()) {
            return VALUES[dice.nextInt(VALUES.length)] + text;
        }
        int from = colons.get(dice.nextInt(colons.size())) + 1;
        int to = from;
        while (to < text.length() && ",}]\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        int deep = dice.nextInt(4) == 0 ? dice.nextInt(300) : 0;
        String value = deep > 0
                ? "[".repeat(deep) + text.substring(from, to) + "]".repeat(deep)
                : VALUES[dice.nextInt(VALUES.length)];
        return text.substring(0, from) + value + text.substring(to);
    }
}
