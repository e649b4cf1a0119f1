/**
 * Rows into Parquet files: nested columns, plain pages, Zstandard; as much of the format as data sets need. Follows the
 * Apache Parquet specification (parquet-format 2.11) and knows nothing of records or consumers.
 */
@NullMarked
package fellowship.export.parquet;

import org.jspecify.annotations.NullMarked;
