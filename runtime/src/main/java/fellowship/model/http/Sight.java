package fellowship.model.http;

import fellowship.model.fault.Stage;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * What an exception of the client means, in the words of the fault table. The stage decides; the class only says it
 * more exactly, since the client throws number-format and argument exceptions for what came over the wire.
 */
record Sight(String mark, String message) {

    static Sight of(Stage stage, Throwable error, boolean answeredBefore) {
        Optional<WireFault> own = find(WireFault.class, error);
        if (own.isPresent()) {
            return new Sight(own.get().mark(), String.valueOf(own.get().getMessage()));
        }
        return new Sight(mark(stage, error, answeredBefore), describe(error));
    }

    private static String mark(Stage stage, Throwable error, boolean answeredBefore) {
        return switch (stage) {
            case CONNECT -> connecting(error, answeredBefore);
            case AWAIT -> isInputOutput(error) ? "" : "garbled";
            case BODY, ANSWER -> isInputOutput(error) ? "cut" : "garbled";
        };
    }

    private static String connecting(Throwable error, boolean answeredBefore) {
        if (find(ProxyConnectException.class, error).isPresent()) {
            return "proxy";
        }
        if (find(SSLException.class, error).isPresent()
                || find(GeneralSecurityException.class, error).isPresent()) {
            return "tls";
        }
        if (find(UnknownHostException.class, error).isPresent()) {
            return answeredBefore ? "unknown-host" : "unknown-host-at-start";
        }
        if (find(ConnectTimeoutException.class, error).isPresent()) {
            return "deadline";
        }
        if (find(ConnectException.class, error).isPresent()) {
            return answeredBefore ? "refused" : "refused-at-start";
        }
        return "";
    }

    private static boolean isInputOutput(Throwable error) {
        return find(IOException.class, error).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static String describe(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
    }
}
