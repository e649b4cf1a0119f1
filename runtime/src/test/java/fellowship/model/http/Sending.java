package fellowship.model.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The ways in which the same answer comes over a socket. */
enum Sending {
    /** At once, with its length. */
    WHOLE,
    /** In chunks of a few bytes. */
    CHUNKED,
    /** One byte a packet, head and body. */
    BYTES,
    /** In chunks of one byte each. */
    CHUNKED_BYTES,
    /** Without a length, ended by the end of the connection. */
    UNTIL_CLOSED;

    RawServer.Play of(Reply reply) {
        byte[] all = bytes(reply);
        boolean single = this == BYTES || this == CHUNKED_BYTES;
        return (socket, out) -> {
            socket.setTcpNoDelay(true);
            write(out, all, single ? 1 : all.length);
        };
    }

    /** The same with its second half missing. */
    RawServer.Play cut(Reply reply) {
        byte[] all = bytes(reply);
        int head = all.length - body(reply).length;
        byte[] half = java.util.Arrays.copyOf(all, head + (all.length - head) / 2);
        return RawServer.sends(half);
    }

    private byte[] bytes(Reply reply) {
        byte[] body = body(reply);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String length =
                switch (this) {
                    case CHUNKED, CHUNKED_BYTES -> "Transfer-Encoding: chunked\r\n";
                    case UNTIL_CLOSED -> "";
                    default -> "Content-Length: " + body.length + "\r\n";
                };
        all.writeBytes(
                ("HTTP/1.1 " + reply.status() + " X\r\nConnection: close\r\n" + length + reply.headers() + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private byte[] body(Reply reply) {
        return switch (this) {
            case CHUNKED -> chunks(reply.body(), 7);
            case CHUNKED_BYTES -> chunks(reply.body(), 1);
            default -> reply.body();
        };
    }

    private static byte[] chunks(byte[] body, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < body.length; i += size) {
            int some = Math.min(size, body.length - i);
            out.writeBytes((Integer.toHexString(some) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, i, some);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void write(OutputStream out, byte[] bytes, int step) throws IOException {
        for (int i = 0; i < bytes.length; i += step) {
            out.write(bytes, i, Math.min(step, bytes.length - i));
            out.flush();
        }
    }

    /** One answer; its headers end with CRLF each. */
    record Reply(int status, String headers, byte[] body) {

        static Reply of(int status, String headers, String body) {
            return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
