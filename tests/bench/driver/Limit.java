import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The bare-socket loader: what the wire and the server allow, whatever the client does with answers. One thread, one
 * selector, so many connections that stay open; a prepared request is written, an answer is read and thrown away. Rows are
 * chains of stages, each a number of calls that may go together; a row's next stage is asked for before a new row's first.
 *
 * <p>Arguments: host port rows stages in-flight, for example {@code 127.0.0.1 8089 1000 2,1 256}. Prints the seconds from the
 * first call to the last answer.
 */
final class Limit {

    private final InetSocketAddress server;
    private final int[] stages;
    private final int rows;
    private final int[] left;
    private final int[] stage;
    private final Deque<Integer> later = new ArrayDeque<>();
    private final Deque<Link> idle = new ArrayDeque<>();
    private int begun;
    private int answered;
    private int sent;

    Limit(InetSocketAddress server, int rows, int[] stages) {
        this.server = server;
        this.rows = rows;
        this.stages = stages;
        this.left = new int[rows];
        this.stage = new int[rows];
    }

    public static void main(String[] words) throws IOException {
        String[] parts = words[3].split(",");
        int[] stages = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            stages[i] = Integer.parseInt(parts[i]);
        }
        InetSocketAddress server = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
        double seconds = new Limit(server, Integer.parseInt(words[2]), stages).run(Integer.parseInt(words[4]));
        System.out.println("seconds " + seconds);
    }

    private double run(int links) throws IOException {
        int total = 0;
        for (int calls : stages) {
            total += calls * rows;
        }
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            for (int i = 0; i < Math.min(links, total); i++) {
                SocketChannel channel = SocketChannel.open(server);
                channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                idle.push(new Link(channel, channel.register(selector, SelectionKey.OP_READ)));
                send();
            }
            while (answered < total) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    Link link = (Link) key.attachment();
                    if (link.read()) {
                        answered++;
                        idle.push(link);
                        ended(link.row);
                    }
                }
                selector.selectedKeys().clear();
                send();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void ended(int row) {
        if (--left[row] == 0 && ++stage[row] < stages.length) {
            begin(row);
        }
    }

    private void begin(int row) {
        left[row] = stages[stage[row]];
        for (int i = 0; i < left[row]; i++) {
            later.add(row);
        }
    }

    private void send() throws IOException {
        while (!idle.isEmpty()) {
            if (later.isEmpty()) {
                if (begun == rows) {
                    return;
                }
                begin(begun++);
            }
            idle.pop().write(later.poll(), sent++);
        }
    }

    /** One connection, with at most one call on it. */
    private static final class Link {

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
        private int row;

        Link(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            key.attach(this);
        }

        void write(int of, int number) throws IOException {
            row = of;
            in.clear();
            String body = "{\"model\":\"bare\",\"messages\":[{\"role\":\"user\",\"content\":\"Question number " + number
                    + ": how does one make tea for some people on a rainy day?\"}],\"max_tokens\":256}";
            ByteBuffer out = StandardCharsets.US_ASCII.encode(
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: bare\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        /** Whether the answer is whole. */
        boolean read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed a connection");
            }
            String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return false;
            }
            String head = text.substring(0, end).toLowerCase(java.util.Locale.ROOT);
            if (!head.startsWith("http/1.1 200")) {
                throw new IOException("the server answered " + head.lines().findFirst().orElse(""));
            }
            int at = head.indexOf("content-length:");
            if (at < 0) {
                return text.endsWith("0\r\n\r\n") && text.length() > end + 4; // chunked
            }
            int stop = head.indexOf('\r', at);
            int length = Integer.parseInt(
                    head.substring(at + 15, stop < 0 ? head.length() : stop).strip());
            return in.position() >= end + 4 + length;
        }
    }
}
