/**
 * What can be said of a text's quality without asking anybody: remains of templates, cut ends, personal data, secrets, language,
 * what it shares with other texts. Pure functions; knows nothing of rows.
 */
@NullMarked
package fellowship.quality;

import org.jspecify.annotations.NullMarked;
