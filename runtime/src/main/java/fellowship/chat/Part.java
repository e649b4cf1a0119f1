package fellowship.chat;

/** One piece of a message. */
public sealed interface Part {

    /** Plain text. */
    record Text(String text) implements Part {}

    /** A picture: an {@code https:} address or a {@code data:} URI. */
    record Image(String url) implements Part {
        public Image {
            if (!url.startsWith("data:image/") && !url.startsWith("https://") && !url.startsWith("http://")) {
                throw new IllegalArgumentException("an image must be a data:image/… or an http(s) URL, was "
                        + url.substring(0, Math.min(40, url.length())));
            }
        }
    }
}
