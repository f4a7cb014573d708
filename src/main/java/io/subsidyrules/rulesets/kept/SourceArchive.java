package io.subsidyrules.rulesets.kept;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.RuleSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a rules folder in one zip file: equal files give equal bytes. */
public final class SourceArchive {

    private SourceArchive() {}

    public static byte[] bytes(RuleSources sources) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            write(sources, zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * The files of an archive.
     *
     * @throws IllegalArgumentException if the bytes are not those of an archive
     */
    public static RuleSources read(byte[] archive) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            return read(zip);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("The archive cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    /** Writes the files after those that are in the archive already. */
    static void write(RuleSources sources, ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, byte[]> file : sources.files().entrySet()) {
            put(zip, file.getKey(), file.getValue());
        }
    }

    static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Reads the files from here on; no more than a rules folder may have. */
    static RuleSources read(ZipInputStream zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long size = 0;
        for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
            byte[] content = zip.readNBytes(Limits.TABLE_KIB * 1024 + 1);
            size += content.length;
            files.put(next.getName(), content);
            if (files.size() > Limits.FILES || size > Limits.FOLDER_MIB * 1024L * 1024L) {
                throw new IOException("it is too large");
            }
        }
        return new RuleSources(files);
    }
}
