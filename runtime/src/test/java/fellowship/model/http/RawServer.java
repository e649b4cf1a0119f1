package fellowship.model.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers over a bare socket with whatever bytes a test wants. */
public final class RawServer implements AutoCloseable {

    /** What is done with one connection after its request has been read. */
    public interface Play {
        void on(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final Play play;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Thread accepting;
    private volatile String lastRequest = "";

    public RawServer(Play play) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.play = play;
        this.accepting = daemon(this::accept);
    }

    public static Play sends(String bytes) {
        return sends(bytes.getBytes(StandardCharsets.UTF_8));
    }

    public static Play sends(byte[] bytes) {
        return (socket, out) -> {
            out.write(bytes);
            out.flush();
        };
    }

    /** A whole HTTP answer with a right length. */
    public static Play answers(int status, String headers, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return sends(all.toByteArray());
    }

    public static Play answers(int status, String headers, String body) {
        return answers(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/v1";
    }

    public int connections() {
        return connections.get();
    }

    public String lastRequest() {
        return lastRequest;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            lastRequest = request(socket.getInputStream());
            requests.incrementAndGet();
            play.on(socket, socket.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // The client has hung up, which is what many of these tests wait for.
        }
    }

    /** Head and body, by the length that the head names. */
    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Requests read so far, whole or not. */
    public int requests() {
        return requests.get();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            // A thread that waits in accept keeps the port open until it has heard of the end.
            accepting.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
