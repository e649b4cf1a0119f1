package fellowship.text;

import java.util.regex.Pattern;

/**
 * Whether a short reply begins as refusals do. Careful rather than keen: a refusal that is worded otherwise, or that comes
 * late in a long reply, is not seen; the beginning of an ordinary reply must not be mistaken for one.
 */
public final class PlainRefusal {

    /** Characters: beyond them a reply says more than that it says nothing. */
    private static final int SHORT = 600;

    private static final Pattern WORDS = Pattern.compile(
            "^(?:(?:i['’]?m|i am)?\\s*(?:very |really |so )?sorry[,.]?\\s*(?:but\\s+)?|i apologi[sz]e[,.]?\\s*(?:but\\s+)?"
                    + "|as an ai(?: language)?(?: model| assistant)?,?\\s*|unfortunately,?\\s*)?"
                    + "i(?:\\s+(?:can(?:not|['’]t)|am (?:not able|unable) to|won['’]t|will not|must decline to)"
                    + "|['’]m (?:not able|unable) to)(?: be able to)?\\s+"
                    + "(?:help(?! but)|assist|comply|provide|fulfil|fulfill|answer|do that|engage|create|write|discuss|support"
                    + "|share|generate|produce|continue|give)\\b",
            Pattern.CASE_INSENSITIVE);

    private PlainRefusal() {}

    public static boolean is(String text) {
        String reply = text.strip();
        return reply.length() <= SHORT && WORDS.matcher(reply).find();
    }
}
