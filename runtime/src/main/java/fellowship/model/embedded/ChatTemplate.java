package fellowship.model.embedded;

import fellowship.chat.Message;
import fellowship.chat.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a conversation as ChatML, the way the model was trained to read one. A conversation without a system message
 * gets the one that the template in the file names, if any.
 */
final class ChatTemplate {

    private static final Pattern DEFAULT_SYSTEM =
            Pattern.compile("<\\|im_start\\|>system(?:\\\\n|\\n)([^'\"{}<]+)<\\|im_end\\|>");

    private final Tokenizer tokenizer;
    private final int start;
    private final int end;
    private final int[] newline;
    private final Optional<String> defaultSystem;

    ChatTemplate(GgufMetadata metadata, Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        String template = metadata.text("tokenizer.chat_template")
                .orElseThrow(() -> new GgufException(
                        "it has no chat template: a base model cannot hold a conversation, use an instruct model"));
        if (!template.contains("<|im_start|>")) {
            throw new GgufException("its chat template is not ChatML, the only one that is written here");
        }
        start = control("<|im_start|>");
        end = control("<|im_end|>");
        newline = tokenizer.encode("\n");
        Matcher matcher = DEFAULT_SYSTEM.matcher(template);
        defaultSystem = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private int control(String piece) {
        return tokenizer
                .vocabulary()
                .control(piece)
                .orElseThrow(() -> new GgufException("its vocabulary has no control token " + piece));
    }

    /** The conversation and the opening of the reply. */
    int[] write(List<Message> messages) {
        Tokenizer.Ints tokens = new Tokenizer.Ints();
        if (messages.get(0).role() != Role.SYSTEM) {
            defaultSystem.ifPresent(text -> turn(tokens, Role.SYSTEM.word(), text));
        }
        messages.forEach(message -> turn(tokens, message.role().word(), message.text()));
        tokens.add(start);
        tokens.addAll(tokenizer.encode(Role.ASSISTANT.word() + "\n"));
        return tokens.toArray();
    }

    private void turn(Tokenizer.Ints tokens, String role, String text) {
        tokens.add(start);
        tokens.addAll(tokenizer.encode(role + "\n" + text));
        tokens.add(end);
        tokens.addAll(newline);
    }
}
