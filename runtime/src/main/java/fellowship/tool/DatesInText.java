package fellowship.tool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates that stand in a text.
 *
 * @param dates in their order
 * @param rest what stands around them
 */
record DatesInText(List<LocalDate> dates, String rest) {

    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

    /** 2015-05-20, may 20, 2015 or 20 may 2015. */
    private static final Pattern DATE = Pattern.compile("\\b(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})|" + MONTH
            + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH
            + ",?\\s+(\\d{4}))\\b");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /**
     * Reads them.
     *
     * @param text in lower case
     * @throws java.time.DateTimeException when a date has a month or a day that does not exist
     */
    static DatesInText of(String text) {
        List<LocalDate> dates = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher found = DATE.matcher(text);
        int end = 0;
        while (found.find()) {
            rest.append(text, end, found.start());
            end = found.end();
            dates.add(date(found));
        }
        return new DatesInText(dates, rest.append(text.substring(end)).toString());
    }

    private static LocalDate date(Matcher found) {
        if (found.group(1) != null) {
            return day(found.group(1), Integer.parseInt(found.group(2)), found.group(3));
        }
        return found.group(4) != null
                ? day(found.group(6), month(found.group(4)), found.group(5))
                : day(found.group(9), month(found.group(8)), found.group(7));
    }

    private static LocalDate day(String year, int month, String day) {
        return LocalDate.of(Math.max(1, Integer.parseInt(year)), month, Integer.parseInt(day));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) / 3 + 1;
    }
}
