/**
 * What each consumer wants a line to be: one file a consumer, pure functions from the full record, and the columns that
 * they promise. {@link fellowship.export.form.Forms} is the table of them.
 */
@NullMarked
package fellowship.export.form;

import org.jspecify.annotations.NullMarked;
