package dev.caffeinecode.repository.archive;

import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.git.EntryKind;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The list of a snapshot's files: gzip of UTF-8 lines. The first is {@code caffeinecode-source 1 <commit> <blocks>}, then
 * comes one a block, then one a file, with the tab-separated fields of {@link Block} and {@link ArchiveEntry}, path last.
 * No field holds a tab or a line feed: paths with control characters are quoted.
 *
 * @param entries in git's order
 */
record Manifest(CommitId commit, List<Block> blocks, List<ArchiveEntry> entries) {
    private static final String FORMAT = "caffeinecode-source 1 ";

    Manifest {
        blocks = List.copyOf(blocks);
        entries = List.copyOf(entries);
        for (ArchiveEntry entry : entries) {
            if (entry.block() >= blocks.size()) {
                throw new IllegalArgumentException("no block " + entry.block());
            }
        }
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer lines = new OutputStreamWriter(new FastGzip(bytes), StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            lines.append(FORMAT + commit + ' ' + blocks.size() + '\n');
            for (Block block : blocks) {
                line.setLength(0);
                lines.append(write(line, block));
            }
            for (ArchiveEntry entry : entries) {
                line.setLength(0);
                lines.append(write(line, entry));
            }
        }
        return bytes.toByteArray();
    }

    /** Half of it is object names, which no level makes smaller. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static StringBuilder write(StringBuilder line, Block block) {
        return line.append(block.segment())
                .append('\t')
                .append(block.offset())
                .append('\t')
                .append(block.length())
                .append('\n');
    }

    private static StringBuilder write(StringBuilder line, ArchiveEntry entry) {
        return line.append(entry.kind().label())
                .append('\t')
                .append(entry.blob())
                .append('\t')
                .append(entry.size())
                .append('\t')
                .append(entry.block())
                .append('\t')
                .append(entry.start())
                .append('\t')
                .append(entry.path())
                .append('\n');
    }

    /** @throws IOException when it is not a manifest of this format */
    static Manifest read(byte[] bytes) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
            String header = next(lines);
            if (!header.startsWith(FORMAT)) {
                throw new IOException("not a source manifest");
            }
            String[] fields = fields(header.substring(FORMAT.length()), " ", 2);
            int count = Integer.parseInt(fields[1]);
            List<Block> blocks = new ArrayList<>();
            while (blocks.size() < count) {
                blocks.add(block(next(lines)));
            }
            List<ArchiveEntry> entries = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.add(entry(line));
            }
            return new Manifest(new CommitId(fields[0]), blocks, entries);
        } catch (IllegalArgumentException e) {
            throw new IOException("damaged source manifest", e);
        }
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new EOFException("source manifest ends early");
        }
        return line;
    }

    private static Block block(String line) throws IOException {
        String[] fields = fields(line, "\t", 3);
        return new Block(Integer.parseInt(fields[0]), Long.parseLong(fields[1]), Integer.parseInt(fields[2]));
    }

    private static ArchiveEntry entry(String line) throws IOException {
        String[] fields = fields(line, "\t", 6);
        return new ArchiveEntry(
                fields[5],
                EntryKind.of(fields[0]),
                fields[1],
                Long.parseLong(fields[2]),
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]));
    }

    private static String[] fields(String line, String separator, int count) throws IOException {
        String[] fields = line.split(separator, count);
        if (fields.length != count) {
            throw new IOException("damaged source manifest");
        }
        return fields;
    }
}
