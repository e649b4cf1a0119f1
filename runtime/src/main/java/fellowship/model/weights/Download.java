package fellowship.model.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Fetches one file over HTTP and goes on where an earlier try was broken off. */
final class Download {

    private static final int TRIES = 3;
    private static final int OK = 200;
    private static final int PART = 206;
    private static final int NO_SUCH_PART = 416;

    private final Http http;
    private final URI address;
    private final Path to;
    private final long bytes;

    /** @param bytes the size that it must have; more is never written */
    Download(Http http, URI address, Path to, long bytes) {
        this.http = http;
        this.address = address;
        this.to = to;
        this.bytes = bytes;
    }

    /** A connection that breaks is tried again, as long as each try brings something. */
    void run(String from, PullProgress progress) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long before = there();
            try {
                attempt(from, progress);
                return;
            } catch (IOException e) {
                if (attempt == TRIES || there() <= before) {
                    throw e;
                }
            }
        }
    }

    private long there() throws IOException {
        return Files.exists(to) ? Files.size(to) : 0;
    }

    private void attempt(String from, PullProgress progress) throws IOException, InterruptedException {
        long have = there();
        if (have > bytes) {
            Files.delete(to);
            have = 0;
        }
        AtomicLong done = new AtomicLong(have);
        if (have < bytes) {
            HttpRequest.Builder request = http.get(address);
            if (have > 0) {
                request.header("Range", "bytes=" + have + "-");
            }
            int status = receive(request.build(), have, done, from, progress);
            if (status == NO_SUCH_PART && have > 0) {
                Files.delete(to);
            }
            if (status != OK && status != PART) {
                throw new IOException("the server answered " + status);
            }
        }
        if (done.get() != bytes) {
            throw new IOException("the server sent " + done.get() + " bytes of " + bytes);
        }
    }

    private int receive(HttpRequest request, long have, AtomicLong done, String from, PullProgress progress)
            throws IOException, InterruptedException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            HttpResponse<?> response = http.send(request, head -> body(head, file, have, done), () -> {
                progress.at(from, done.get(), bytes);
                return done.get();
            });
            file.force(true);
            progress.at(from, done.get(), bytes);
            return response.statusCode();
        } finally {
            if (there() == 0) {
                Files.deleteIfExists(to);
            }
        }
    }

    private HttpResponse.BodySubscriber<Void> body(
            HttpResponse.ResponseInfo head, FileChannel file, long have, AtomicLong done) {
        if (head.statusCode() != OK && head.statusCode() != PART) {
            return BodySubscribers.discarding();
        }
        boolean goesOn = head.statusCode() == PART
                && head.headers().firstValue("content-range").orElse("").startsWith("bytes " + have + "-");
        if (head.statusCode() == PART && !goesOn) {
            throw new UncheckedIOException(new IOException("the server sent another part than was asked for"));
        }
        done.set(goesOn ? have : 0);
        return BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(more -> write(file, more, done)));
    }

    private void write(FileChannel file, byte[] part, AtomicLong done) {
        try {
            if (done.get() + part.length > bytes) {
                throw new IOException("the server sends more than " + bytes + " bytes");
            }
            if (done.get() == 0) {
                file.truncate(0);
            }
            ByteBuffer buffer = ByteBuffer.wrap(part);
            while (buffer.hasRemaining()) {
                file.write(buffer, done.get() + buffer.position());
            }
            done.addAndGet(part.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
