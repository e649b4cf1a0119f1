/** Rows of a form into files: JSON lines or Parquet, in shards where asked for. */
@NullMarked
package fellowship.export.write;

import org.jspecify.annotations.NullMarked;
