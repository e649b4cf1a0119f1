package fellowship.tool;

import java.util.Locale;

/** A tool as a user's jar would bring it. */
public final class Shout implements Tool {

    @Override
    public String name() {
        return "shout";
    }

    @Override
    public String help() {
        return "Says it louder";
    }

    @Override
    public String use(String input, Case about) {
        return input.toUpperCase(Locale.ROOT);
    }
}
