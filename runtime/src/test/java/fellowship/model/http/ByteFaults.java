package fellowship.model.http;

import static fellowship.chat.Reaction.RETRY;
import static fellowship.chat.Reaction.ROW;
import static fellowship.model.http.FaultCase.answers;
import static fellowship.model.http.FaultCase.fails;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Rows 60 to 64: bytes, sizes, packings, framings. */
final class ByteFaults {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private ByteFaults() {}

    static void add(FaultCase.Cases to) {
        encodings(to);
        large(to);
        packed(to);
        framing(to);
    }

    private static void encodings(FaultCase.Cases to) {
        Speech speech = to.speech;
        String accented = speech.saying("\"Bl\u00e9.\"", speech.stop);
        FaultCase.Expected bad = fails(RETRY, "bad-encoding");
        coded(to, accented, StandardCharsets.ISO_8859_1, bad);
        coded(to, accented, StandardCharsets.UTF_16, bad);
        coded(to, accented, StandardCharsets.UTF_16LE, bad);
        coded(to, accented, Charset.forName("UTF-32BE"), bad);
        to.reply(60, spliced(speech, 0xC0, 0xAF), bad);
        to.reply(60, spliced(speech, 0xED, 0xA0, 0x80), bad);
        to.reply(60, spliced(speech, 0xF5, 0x80, 0x80, 0x80), bad);
        to.ok(60, "\ufeff" + accented, answers(completion -> completion.text().equals("Bl\u00e9.")));
        to.ok(60, speech.saying("\"ab\\ud83d\"", speech.stop), answers(completion -> completion
                .text()
                .equals("ab\ufffd")));
        to.ok(61, speech.saying("\"a\\u0000b\\u001b[31m\u202ec\"", speech.stop), answers(completion -> completion
                .text()
                .equals("a\u0000b\u001b[31m\u202ec")));
        to.error(61, 500, "x", "\u001b[2J\u202e\u0000 gone", fails(RETRY, "server-error", fault -> fault.getMessage()
                .chars()
                .noneMatch(c -> c < 32 || c == 0x202e)));
    }

    private static void coded(FaultCase.Cases to, String body, Charset charset, FaultCase.Expected expected) {
        to.reply(
                60,
                new Sending.Reply(200, "Content-Type: application/json; charset=utf-8\r\n", body.getBytes(charset)),
                expected);
    }

    /** A good answer with these bytes in its text. */
    private static Sending.Reply spliced(Speech speech, int... bytes) {
        String body = speech.saying("\"a~b\"", speech.stop);
        int at = body.indexOf('~');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(body.substring(0, at).getBytes(StandardCharsets.UTF_8));
        for (int each : bytes) {
            out.write(each);
        }
        out.writeBytes(body.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        return new Sending.Reply(200, "", out.toByteArray());
    }

    private static void large(FaultCase.Cases to) {
        FaultCase.Expected tooLarge = fails(ROW, "too-large");
        to.play(62, "a text of 10 MB", stream(HEAD + "\r\n", "{\"content\":\"", "blue ", 10), tooLarge);
        to.play(62, "100 MB that never end", stream(HEAD + "\r\n", "", " ", 100), tooLarge);
        to.play(62, "millions of lists", stream(HEAD + "\r\n", "[", "[],", 15), tooLarge);
        to.play(62, "a million keys", stream(HEAD + "\r\n", "{", "\"k%d\":1,", 15), tooLarge);
        to.play(62, "keys of one hash", stream(HEAD + "\r\n", "{", "\"%b\":1,", 15), tooLarge);
        to.ok(62, "[".repeat(1_000_000), tooLarge);
        to.ok(62, "{\"a\":".repeat(100_000), tooLarge);
        to.ok(62, "{\"choices\":" + "1".repeat(1_000_000) + "}", tooLarge);
        to.ok(62, "{\"" + "k".repeat(200_000) + "\":1}", tooLarge);
    }

    /** @param unit repeated, {@code %d} replaced by a number and {@code %b} by a word of always the same hash */
    static RawServer.Play stream(String head, String start, String unit, int megabytes) {
        return (socket, out) -> {
            out.write((head + start).getBytes(StandardCharsets.UTF_8));
            long left = (long) megabytes << 20;
            StringBuilder part = new StringBuilder();
            for (int i = 0; left > 0; i++) {
                part.append(unit.contains("%") ? unit.replace("%d", "" + i).replace("%b", sameHash(i)) : unit);
                if (part.length() > 16_384) {
                    byte[] bytes = part.toString().getBytes(StandardCharsets.US_ASCII);
                    out.write(bytes);
                    left -= bytes.length;
                    part.setLength(0);
                }
            }
        };
    }

    /** "Aa" and "BB" have the same hash, and so have all words made of them. */
    private static String sameHash(int number) {
        StringBuilder word = new StringBuilder();
        for (int bit = 0; bit < 20; bit++) {
            word.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return word.toString();
    }

    private static void packed(FaultCase.Cases to) {
        byte[] good = to.speech.good().getBytes(StandardCharsets.UTF_8);
        FaultCase.Expected bad = fails(RETRY, "bad-encoding");
        FaultCase.Expected fine = answers(completion -> completion.text().equals("Blue."));
        byte[] gzip = gzip(good);
        to.reply(63, packed("gzip", bomb()), fails(ROW, "too-large"));
        to.reply(63, packed("deflate", deflate(new byte[20 << 20])), fails(ROW, "too-large"));
        to.reply(63, packed("gzip", gzip), fine);
        to.reply(63, packed("deflate", deflate(good)), fine);
        to.reply(63, packed("identity", good), fine);
        to.reply(63, packed("gzip", good), bad);
        to.reply(63, packed("deflate", good), bad);
        to.reply(63, packed("br", good), bad);
        to.reply(63, packed("zstd", good), bad);
        to.reply(63, packed("gzip, gzip", gzip(gzip)), bad);
        to.reply(63, packed("gzip", gzip(gzip)), bad);
        to.reply(63, packed("gzip", Arrays.copyOf(gzip, gzip.length / 2)), fails(RETRY, "cut"));
        to.reply(63, packed("gzip", new byte[0]), fails(RETRY, "cut"));
    }

    private static Sending.Reply packed(String coding, byte[] body) {
        return new Sending.Reply(200, "Content-Encoding: " + coding + "\r\n", body);
    }

    private static void framing(FaultCase.Cases to) {
        String good = to.speech.good();
        FaultCase.Expected cut = fails(RETRY, "cut");
        FaultCase.Expected garbled = fails(RETRY, "garbled");
        to.play(64, "less than it said", RawServer.sends(HEAD + "Content-Length: 900\r\n\r\n" + good), cut);
        to.play(64, "cut chunks", RawServer.sends(HEAD + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"id\":"), cut);
        to.play(64, "no last chunk", RawServer.sends(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"), cut);
        to.play(
                64,
                "bad chunk size",
                RawServer.sends(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
                garbled);
        to.play(
                64,
                "a length that is no number",
                RawServer.sends(HEAD + "Content-Length: many\r\n\r\n" + good),
                garbled);
        to.play(
                64,
                "two lengths",
                RawServer.sends(HEAD + "Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + good),
                garbled);
        to.play(64, "no HTTP", RawServer.sends("\u0000\u0001SSH-2.0 hello\r\n\r\n"), garbled);
        to.play(
                64,
                "a header of 2 MB",
                RawServer.sends("HTTP/1.1 200 OK\r\nX: " + "y".repeat(2 << 20) + "\r\n\r\n"),
                garbled);
        to.play(64, "headers without end", stream("HTTP/1.1 200 OK\r\n", "", "X-%d: y\r\n", 2), garbled);
        for (Sending way : new Sending[] {Sending.WHOLE, Sending.CHUNKED, Sending.UNTIL_CLOSED}) {
            to.play(64, "half of it " + way, way.cut(Sending.Reply.of(200, "", good)), cut);
        }
        String accented = to.speech.saying("\"\u00e9\u00e9\u00e9\u00e9\"", to.speech.stop);
        byte[] bytes = accented.getBytes(StandardCharsets.UTF_8);
        int inside = accented.indexOf('\u00e9') + 3;
        to.reply(64, new Sending.Reply(200, "", Arrays.copyOf(bytes, inside)), cut);
    }

    static byte[] gzip(byte[] body) {
        return through(body, out -> new GZIPOutputStream(out));
    }

    private static byte[] deflate(byte[] body) {
        return through(body, DeflaterOutputStream::new);
    }

    /** 100 MB of zeros in 100 KB. */
    private static byte[] bomb() {
        return through(new byte[0], out -> {
            GZIPOutputStream gzip = new GZIPOutputStream(out);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
            return gzip;
        });
    }

    private interface Packing {
        OutputStream of(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] body, Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packing.of(out)) {
            packed.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
