package fellowship.workflows;

import fellowship.template.TemplateShelf;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Says where the bundled templates are: in this module's jar, or where its classes were compiled to. There is no list. */
public final class BundledTemplates implements TemplateShelf {

    @Override
    public Path place() {
        try {
            return Path.of(BundledTemplates.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
