package fellowship.store;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import fellowship.chat.Usage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A completion and what it cost, as bytes: a digest over the request's key and all that follows, a format version, the
 * fields. A record that was changed, or that stands under another key, does not open.
 *
 * @param costMicros millionths of a US dollar, 0 or more
 */
record CompletionRecord(Completion completion, long costMicros) {

    private static final int VERSION = 1;
    private static final int DIGEST = 16;
    private static final List<Finish> FINISHES =
            List.of(Finish.COMPLETE, Finish.LENGTH, Finish.FILTER, Finish.REFUSAL, Finish.UNKNOWN);

    byte[] seal(RequestKey key) {
        ByteWriter out = new ByteWriter().i64(0).i64(0).u8(VERSION).i64(costMicros);
        out.text(completion.text());
        optional(out, completion.reasoning());
        out.u8(FINISHES.indexOf(completion.finish()));
        Usage usage = completion.usage();
        out.i64(usage.inputTokens()).i64(usage.outputTokens()).flag(usage.estimated());
        out.text(completion.model());
        optional(out, completion.requestId());
        logprobs(out, completion.logprobs());
        byte[] sealed = out.toBytes();
        System.arraycopy(digest(key, sealed), 0, sealed, 0, DIGEST);
        return sealed;
    }

    /** The record, or nothing when these are not the bytes that were sealed for this key. */
    static Optional<CompletionRecord> open(RequestKey key, byte[] sealed) {
        if (sealed.length <= DIGEST || !Arrays.equals(digest(key, sealed), 0, DIGEST, sealed, 0, DIGEST)) {
            return Optional.empty();
        }
        ByteReader in = new ByteReader(ByteBuffer.wrap(sealed, DIGEST, sealed.length - DIGEST));
        return in.u8() == VERSION ? Optional.of(read(in)) : Optional.empty();
    }

    private static CompletionRecord read(ByteReader in) {
        long cost = in.i64();
        String text = in.text();
        Optional<String> reasoning = optional(in);
        Finish finish = FINISHES.get(in.u8());
        Usage usage = new Usage(in.i64(), in.i64(), in.flag());
        String model = in.text();
        Optional<String> requestId = optional(in);
        return new CompletionRecord(
                new Completion(text, reasoning, finish, usage, model, requestId, logprobs(in)), cost);
    }

    private static byte[] digest(RequestKey key, byte[] sealed) {
        MessageDigest sha = RequestKey.sha256();
        sha.update(key.raw());
        sha.update(sealed, DIGEST, sealed.length - DIGEST);
        return sha.digest();
    }

    private static void optional(ByteWriter out, Optional<String> text) {
        out.flag(text.isPresent());
        text.ifPresent(out::text);
    }

    private static Optional<String> optional(ByteReader in) {
        return in.flag() ? Optional.of(in.text()) : Optional.empty();
    }

    private static void logprobs(ByteWriter out, List<TokenLogprob> logprobs) {
        out.i32(logprobs.size());
        for (TokenLogprob one : logprobs) {
            logprobs(out.text(one.token()).f64(one.logprob()), one.top());
        }
    }

    private static List<TokenLogprob> logprobs(ByteReader in) {
        int count = in.i32();
        List<TokenLogprob> logprobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            logprobs.add(new TokenLogprob(in.text(), in.f64(), logprobs(in)));
        }
        return logprobs;
    }
}
