package fellowship.dataset;

/**
 * The bytes of one row of a JSON file.
 *
 * @param number the line it begins on, from 1
 * @param bytes all of it, or its first part where it is not whole
 * @param length bytes it has in the file
 * @param whole whether it is short enough to be read
 */
record RawLine(long number, byte[] bytes, long length, boolean whole) {

    boolean blank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return whole;
    }
}
