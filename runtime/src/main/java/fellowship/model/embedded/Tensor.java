package fellowship.model.embedded;

/**
 * Where a tensor stands in a file.
 *
 * @param columns numbers in a row, a whole number of blocks
 * @param rows rows; 1 for a vector
 * @param start first byte, in the file
 */
record Tensor(String name, TensorType type, int columns, int rows, long start) {

    long bytes() {
        return type.bytes((long) columns * rows);
    }

    int rowBytes() {
        return (int) type.bytes(columns);
    }

    /** Refuses a tensor of another shape than the network needs. */
    Tensor shaped(int wantedRows, int wantedColumns) {
        if (rows != wantedRows || columns != wantedColumns) {
            throw new GgufException("the tensor " + name + " must be " + wantedRows + " x " + wantedColumns + ", is "
                    + rows + " x " + columns);
        }
        return this;
    }
}
