package fellowship.model.scripted;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.Role;
import fellowship.chat.Usage;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import fellowship.model.http.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Answers from a file, always the same for the same request: for examples, tests and dry runs without a model. Written
 * {@code scripted:answers.jsonl}, or {@code scripted:answers.jsonl#critic} to play one of several models of a file.
 *
 * <p>Each line is a rule, a JSON object; the first rule that matches answers:
 *
 * <pre>{@code
 * {"match": "(?i)review", "model": "critic", "reply": {"score": 9, "feedback": "Good."}}
 * {"match": "Question: (.*)", "replies": ["About {{1}}.", "More about {{1}}."], "by": "draw"}
 * {"system": "terse", "reply": "No.", "finish": "length"}
 * {"match": "row 7", "error": "server-error"}
 * {"default": true, "reply": "I do not know."}
 * }</pre>
 *
 * <ul>
 *   <li>{@code match}: a regular expression to be found in the last user message; {@code anywhere}: in any message;
 *       {@code system}: in the system message; {@code model}: the name behind {@code #}. All that are there must hold. A
 *       rule without any must say {@code "default": true}.
 *   <li>{@code reply}: text, or an object or list that is written as JSON; {@code replies}: several, of which one is
 *       chosen {@code "by": "draw"} (the default: the draw's number plus the number of assistant messages, around again
 *       from the last to the first) or {@code "by": "hash"} (of the request's messages and draw). <code>{{1}}</code> in
 *       a text stands for the first group of {@code match}.
 *   <li>{@code finish}: {@code complete} (the default), {@code length}, {@code filter}, {@code refusal}, {@code unknown}.
 *   <li>{@code error}: a reason code of the fault table, in place of a reply.
 * </ul>
 *
 * <p>Tokens are estimated, one for four characters.
 */
public final class ScriptedModel implements ChatModel {

    /** What completions name as the model that answered. */
    public static final String NAME = "scripted";

    private final String file;
    private final Optional<String> name;
    private final List<Rule> rules;

    private ScriptedModel(String file, Optional<String> name, List<Rule> rules) {
        this.file = file;
        this.name = name;
        this.rules = rules;
    }

    /**
     * @param reference a path, relative to {@code base}, and after {@code #} the name to play, if any
     * @throws IllegalArgumentException when the file cannot be read or a rule is wrong; names file and line
     */
    public static ScriptedModel open(Path base, String reference) {
        int hash = reference.lastIndexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        Optional<String> name = hash < 0 ? Optional.empty() : Optional.of(reference.substring(hash + 1));
        return new ScriptedModel(path, name, RuleFile.read(base.resolve(path), path));
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.fromCallable(() -> answer(request));
    }

    private Completion answer(ChatRequest request) {
        Rule rule = rules.stream()
                .filter(candidate -> candidate.matches(request, name))
                .findFirst()
                .orElseThrow(() -> unmatched(request));
        if (rule.error().isPresent()) {
            throw FaultTable.standard()
                    .play(rule.error().get(), NAME + " " + file)
                    .orElseThrow();
        }
        String text = rule.reply(request);
        Usage usage = new Usage(Counts.estimate(request), Usage.estimate(text), true);
        return new Completion(text, Optional.empty(), rule.finish(), usage, NAME, Optional.empty(), List.of());
    }

    private ModelException unmatched(ChatRequest request) {
        return FaultTable.standard()
                .classify(FaultFacts.seen(
                        NAME + " " + file,
                        Stage.ANSWER,
                        "no-scripted-answer",
                        "asked: " + lastUser(request),
                        lastUser(request)));
    }

    static String lastUser(ChatRequest request) {
        List<Message> messages = request.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role() == Role.USER) {
                return messages.get(i).text();
            }
        }
        return messages.get(messages.size() - 1).text();
    }
}
