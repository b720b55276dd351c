package dev.caffeinecode.repository.git;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * A pack as git never writes one: a small blob of zeros, and deltas of a few bytes that each repeat it many times
 * (gitformat-pack(5)).
 */
final class DeltaPack {
    private static final int BLOB = 3;
    private static final int REF_DELTA = 7;

    /** The most that one copy instruction copies. */
    private static final int MAX_COPY = 0xffff;

    private final List<ObjectId> blobs = new ArrayList<>();
    private final byte[] bytes;

    /** @param repeats of the base, whose size is 65,535 bytes; one for each delta */
    DeltaPack(int... repeats) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(pack);
        header.writeBytes("PACK");
        header.writeInt(2);
        header.writeInt(repeats.length + 1);
        byte[] base = new byte[MAX_COPY];
        ObjectId baseId = idOfZeros(base.length);
        writeHeader(pack, BLOB, base.length);
        deflate(pack, base);
        for (int times : repeats) {
            byte[] delta = delta(times);
            writeHeader(pack, REF_DELTA, delta.length);
            baseId.copyRawTo(pack);
            deflate(pack, delta);
            blobs.add(idOfZeros(times * MAX_COPY));
        }
        pack.write(sha1(pack.toByteArray()));
        bytes = pack.toByteArray();
    }

    byte[] bytes() {
        return bytes;
    }

    /** What the deltas become. */
    List<ObjectId> blobs() {
        return blobs;
    }

    private static ObjectId idOfZeros(int size) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, new byte[size]);
        }
    }

    private static byte[] delta(int times) {
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        writeSize(delta, MAX_COPY);
        writeSize(delta, times * MAX_COPY);
        for (int i = 0; i < times; i++) {
            delta.write(0xb0); // copy from offset 0, two bytes of size follow
            delta.write(0xff);
            delta.write(0xff);
        }
        return delta.toByteArray();
    }

    private static void writeHeader(ByteArrayOutputStream out, int type, int size) {
        int rest = size >>> 4;
        out.write((rest == 0 ? 0 : 0x80) | type << 4 | (size & 0xf));
        if (rest > 0) {
            writeSize(out, rest);
        }
    }

    /** Seven bits a byte, lowest first. */
    private static void writeSize(ByteArrayOutputStream out, int size) {
        int rest = size;
        while (rest >= 0x80) {
            out.write(0x80 | (rest & 0x7f));
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static void deflate(ByteArrayOutputStream out, byte[] content) throws IOException {
        DeflaterOutputStream deflated = new DeflaterOutputStream(out);
        deflated.write(content);
        deflated.finish();
    }

    private static byte[] sha1(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
