/**
 * Data sets for the consumers that people train with: {@link fellowship.export.Export} makes files of full records,
 * {@link fellowship.export.Convert} full records of others' files.
 */
@NullMarked
package fellowship.export;

import org.jspecify.annotations.NullMarked;
