package fellowship.model.embedded;

/** How the numbers of a tensor are stored: in blocks of so many numbers and so many bytes. */
enum TensorType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q8_0(8, 32, 34),
    Q4_K(12, 256, 144),
    Q6_K(14, 256, 210);

    private final int code;
    private final int blockNumbers;
    private final int blockBytes;

    TensorType(int code, int blockNumbers, int blockBytes) {
        this.code = code;
        this.blockNumbers = blockNumbers;
        this.blockBytes = blockBytes;
    }

    static TensorType of(String tensor, int code) {
        for (TensorType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new GgufException("the tensor " + tensor + " is stored in a way (" + code
                + ") that is not read here; use F32, F16, Q4_0, Q4_1, Q5_0, Q8_0, Q4_K or Q6_K");
    }

    int blockNumbers() {
        return blockNumbers;
    }

    /** The bytes that so many numbers take. */
    long bytes(long numbers) {
        return Math.multiplyExact(numbers / blockNumbers, (long) blockBytes);
    }
}
