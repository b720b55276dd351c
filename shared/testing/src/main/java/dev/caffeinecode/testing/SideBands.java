package dev.caffeinecode.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The answer of {@code git-upload-pack}: lines, then the pack in pieces between reports of progress (gitprotocol-pack(5)). */
final class SideBands {
    /** Digits of the length that stands before each line, and counts them. */
    private static final int LENGTH_DIGITS = 4;

    private static final int PACK_BAND = 1;
    private static final int PROGRESS_BAND = 2;

    /** The most that one line holds besides its length and its band. */
    private static final int MAX_PIECE = 65_515;

    private SideBands() {}

    /** Changes the pack as a whole, and leaves out the progress; an answer without a pack stays as it is. */
    static byte[] changePack(byte[] answer, UnaryOperator<byte[]> change) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        int next;
        for (int start = 0; start < answer.length; start = next) {
            int length = Integer.parseInt(new String(answer, start, LENGTH_DIGITS, StandardCharsets.US_ASCII), 16);
            next = start + Math.max(length, LENGTH_DIGITS);
            int band = length > LENGTH_DIGITS ? answer[start + LENGTH_DIGITS] : 0;
            if (band == PACK_BAND) {
                pack.write(answer, start + LENGTH_DIGITS + 1, length - LENGTH_DIGITS - 1);
            } else if (band != PROGRESS_BAND && pack.size() == 0) {
                changed.write(answer, start, next - start);
            }
        }
        if (pack.size() == 0) {
            return answer;
        }
        writePack(changed, change.apply(pack.toByteArray()));
        changed.writeBytes("0000".getBytes(StandardCharsets.US_ASCII));
        return changed.toByteArray();
    }

    private static void writePack(ByteArrayOutputStream out, byte[] pack) {
        for (int start = 0; start < pack.length; start += MAX_PIECE) {
            byte[] piece = Arrays.copyOfRange(pack, start, Math.min(pack.length, start + MAX_PIECE));
            out.writeBytes("%04x".formatted(LENGTH_DIGITS + 1 + piece.length).getBytes(StandardCharsets.US_ASCII));
            out.write(PACK_BAND);
            out.writeBytes(piece);
        }
    }
}
