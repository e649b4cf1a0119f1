package fellowship.model.embedded;

import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import java.util.List;

/** A composer of a reply, which has a text in the end. */
interface Reply extends Composer {

    String text();

    Finish finish();

    int written();

    List<TokenLogprob> logprobs();
}
