package fellowship.model.scripted;

import fellowship.chat.ChatRequest;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One line of a file of scripted answers.
 *
 * @param match to be found in the last user message
 * @param anywhere to be found in any message
 * @param system to be found in a system message
 * @param model the name that is played
 * @param replies one or more, none where there is an error
 * @param byHash whether the request's hash chooses among them, and not its draw
 * @param finish how the completion ends
 * @param error the reason code of a fault to play
 */
record Rule(
        Optional<Pattern> match,
        Optional<Pattern> anywhere,
        Optional<Pattern> system,
        Optional<String> model,
        List<String> replies,
        boolean byHash,
        Finish finish,
        Optional<String> error) {

    private static final Pattern GROUP = Pattern.compile("\\{\\{(\\d)}}");

    boolean matches(ChatRequest request, Optional<String> name) {
        return model.map(wanted -> name.filter(wanted::equals).isPresent()).orElse(true)
                && match.map(pattern ->
                                pattern.matcher(ScriptedModel.lastUser(request)).find())
                        .orElse(true)
                && anywhere.map(pattern -> isIn(request.messages(), pattern)).orElse(true)
                && system.map(pattern -> isIn(systemMessages(request), pattern)).orElse(true);
    }

    private static boolean isIn(List<Message> messages, Pattern pattern) {
        return messages.stream()
                .anyMatch(message -> pattern.matcher(message.text()).find());
    }

    private static List<Message> systemMessages(ChatRequest request) {
        return request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .toList();
    }

    String reply(ChatRequest request) {
        String chosen = replies.get((int) ((byHash ? hash(request) : turn(request)) % replies.size()));
        Optional<MatchResult> found = match.map(pattern -> pattern.matcher(ScriptedModel.lastUser(request)))
                .filter(Matcher::find)
                .map(Matcher::toMatchResult);
        return found.map(result -> filled(chosen, result)).orElse(chosen);
    }

    private static String filled(String text, MatchResult groups) {
        return GROUP.matcher(text).replaceAll(hole -> {
            int number = Integer.parseInt(hole.group(1));
            String value = number <= groups.groupCount() ? groups.group(number) : hole.group();
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }

    private static long turn(ChatRequest request) {
        return request.draw()
                + request.messages().stream()
                        .filter(message -> message.role() == Role.ASSISTANT)
                        .count();
    }

    private static long hash(ChatRequest request) {
        CRC32 crc = new CRC32();
        request.messages()
                .forEach(message ->
                        crc.update((message.role().word() + "\n" + message.text()).getBytes(StandardCharsets.UTF_8)));
        crc.update(request.draw());
        return crc.getValue();
    }
}
