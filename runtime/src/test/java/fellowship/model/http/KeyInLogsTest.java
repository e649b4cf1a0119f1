package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.config.ProviderSettings;
import fellowship.model.Wired;
import fellowship.model.openai.OpenAiModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The key appears in no log line, however much is logged. */
final class KeyInLogsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Kept kept = new Kept();
    private final List<ch.qos.logback.core.Appender<ILoggingEvent>> others = new java.util.ArrayList<>();

    @BeforeEach
    void listen() {
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        kept.setContext(root.getLoggerContext());
        kept.start();
        root.addAppender(kept);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void leave() {
        root.setLevel(before);
        root.detachAppender(kept);
        others.forEach(root::addAppender);
    }

    @Test
    void notEvenAtTrace() throws IOException {
        for (RawServer.Play play : List.of(
                RawServer.answers(200, "", "{\"choices\":[{\"message\":{\"content\":\"Blue.\"}}]}"),
                RawServer.answers(401, "", "{\"error\":{\"message\":\"Incorrect API key: " + Wired.KEY + "\"}}"),
                RawServer.sends("garbage\r\n\r\n"),
                RawServer.sends(""))) {
            try (RawServer server = new RawServer(play)) {
                ProviderSettings settings =
                        Wired.settings(ProviderSettings.Protocol.OPENAI, server.url(), Duration.ofSeconds(5));
                HttpTransport transport = new HttpTransport(settings, Wired.TIME, Map.of(Wired.VARIABLE, Wired.KEY));
                catchThrowable(() -> new OpenAiModel(settings, transport, RateListener.NONE)
                        .complete(new ChatRequest(
                                new ModelRef("local", "m"),
                                List.of(Message.user("Hello.")),
                                Sampling.standard(),
                                Optional.empty(),
                                0))
                        .block());
                assertThat(server.lastRequest()).as("the key was sent").contains(Wired.KEY);
            }
        }
        assertThat(kept.lines).as("something was logged").hasSizeGreaterThan(20);
        assertThat(kept.lines).allSatisfy(line -> assertThat(line).doesNotContain("canary", Wired.KEY.substring(12)));
    }

    private static final class Kept extends AppenderBase<ILoggingEvent> {
        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getFormattedMessage() + thrown);
        }
    }
}
