package fellowship.tool;

/** Works out a sum in decimal numbers, exactly where that is possible. */
final class Calculator implements Tool {

    private static final int MOST_CHARACTERS = 1_000;

    @Override
    public String name() {
        return "calculator";
    }

    @Override
    public String help() {
        return "Works out an expression of numbers, + - * / ^ %, parentheses and sqrt, abs, round, floor, ceil, min, max;"
                + " for example (17.5 - 3) * 2^3";
    }

    @Override
    public String use(String input, Case about) {
        if (input.isBlank()) {
            return "nothing to work out; give an expression, for example 2 * (3 + 4)";
        }
        if (input.length() > MOST_CHARACTERS) {
            return "the expression has " + input.length() + " characters, at most " + MOST_CHARACTERS + " are read";
        }
        try {
            return Decimals.shown(new Expression(input).value());
        } catch (ExpressionException e) {
            return "cannot work this out: " + e.getMessage();
        }
    }
}
