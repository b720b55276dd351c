package dev.caffeinecode.repository.archive;

import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.git.EntryKind;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The list of a snapshot's files: gzip of UTF-8 lines, the first {@code caffeinecode-source 1 <commit>}, then one a file
 * with the tab-separated fields of {@link ArchiveEntry}, path last. No field holds a tab or a line feed: paths with
 * control characters are quoted.
 *
 * @param entries in git's order
 */
record Manifest(CommitId commit, List<ArchiveEntry> entries) {
    private static final String FORMAT = "caffeinecode-source 1 ";
    private static final int FIELDS = 7;

    Manifest {
        entries = List.copyOf(entries);
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer lines =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
            lines.write(FORMAT + commit + "\n");
            for (ArchiveEntry entry : entries) {
                lines.write(line(entry));
            }
        }
        return bytes.toByteArray();
    }

    private static String line(ArchiveEntry entry) {
        return entry.kind().label()
                + '\t'
                + entry.blob()
                + '\t'
                + entry.size()
                + '\t'
                + entry.segment()
                + '\t'
                + entry.offset()
                + '\t'
                + entry.length()
                + '\t'
                + entry.path()
                + '\n';
    }

    /** @throws IOException when it is not a manifest of this format */
    static Manifest read(byte[] bytes) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null || !header.startsWith(FORMAT)) {
                throw new IOException("not a source manifest");
            }
            CommitId commit = new CommitId(header.substring(FORMAT.length()));
            List<ArchiveEntry> entries = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.add(entry(line));
            }
            return new Manifest(commit, entries);
        } catch (IllegalArgumentException e) {
            throw new IOException("damaged source manifest", e);
        }
    }

    private static ArchiveEntry entry(String line) throws IOException {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length != FIELDS) {
            throw new IOException("damaged source manifest");
        }
        return new ArchiveEntry(
                fields[6],
                EntryKind.of(fields[0]),
                fields[1],
                Long.parseLong(fields[2]),
                Integer.parseInt(fields[3]),
                Long.parseLong(fields[4]),
                Integer.parseInt(fields[5]));
    }
}
