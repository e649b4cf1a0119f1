package fellowship.tool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calendar of Themis (arXiv 2310.01045, appendix; its data's {@code Calendar.week_day}, {@code Calendar.day_difference},
 * {@code Calendar.target_day}), in the proleptic Gregorian calendar, years 1 to 9999.
 */
final class Calendar implements Tool {

    private static final int MOST_CHARACTERS = 200;

    private static final Pattern FORM =
            Pattern.compile("\\s*(?:calendar\\s*[.:]\\s*)?([a-z]+[_ -]?[a-z]+)\\b[\\s:(]*(.*?)[)\\s]*", Pattern.DOTALL);

    private static final Pattern DAYS = Pattern.compile("[\\s,]*([+-]?\\d{1,9})(?:\\s*days?)?[\\s,]*");

    private static final String USAGE =
            "write week_day DATE, or day_difference DATE, DATE, or target_day DATE, DAYS; a date is 2015-05-20 or May 20, 2015";

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public String help() {
        return "week_day 2015-05-20 tells the day of the week; day_difference 2015-05-20, 2016-01-01 the days between two"
                + " dates; target_day 2015-05-20, -30 the date so many days later, or earlier with a minus";
    }

    @Override
    public String use(String input, Case about) {
        Matcher form = FORM.matcher(input.toLowerCase(Locale.ROOT));
        if (input.length() > MOST_CHARACTERS || !form.matches()) {
            return USAGE;
        }
        try {
            DatesInText found = DatesInText.of(form.group(2));
            return switch (form.group(1).replace(' ', '_').replace('-', '_')) {
                case "week_day" -> weekDay(found);
                case "day_difference" -> difference(found);
                case "target_day" -> target(found);
                default -> USAGE;
            };
        } catch (DateTimeException e) {
            return "there is no such date: " + e.getMessage();
        }
    }

    private static String weekDay(DatesInText found) {
        return found.dates().size() == 1 && found.rest().isBlank()
                ? found.dates().get(0).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : USAGE;
    }

    private static String difference(DatesInText found) {
        List<LocalDate> dates = found.dates();
        return dates.size() == 2 ? Long.toString(Math.abs(ChronoUnit.DAYS.between(dates.get(0), dates.get(1)))) : USAGE;
    }

    private static String target(DatesInText found) {
        Matcher days = DAYS.matcher(found.rest());
        if (found.dates().size() != 1 || !days.matches()) {
            return USAGE;
        }
        LocalDate day = found.dates().get(0).plusDays(Long.parseLong(days.group(1)));
        return day.getYear() < 1 || day.getYear() > 9999 ? "that is outside the years 1 to 9999" : day.toString();
    }
}
