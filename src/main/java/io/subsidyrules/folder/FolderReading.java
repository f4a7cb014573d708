package io.subsidyrules.folder;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The findings of one look at a folder.
 *
 * @param files the content of those that were read, by path from the folder with forward slashes
 * @param troubles why others were not
 * @param others the paths of plain files that were not looked for
 * @param identities the files that were found, read or not, to compare the next look with
 */
public record FolderReading(
        SortedMap<String, byte[]> files,
        List<Trouble> troubles,
        List<String> others,
        Map<String, Identity> identities) {

    public FolderReading {
        files = new TreeMap<>(files);
        troubles = List.copyOf(troubles);
        others = List.copyOf(others);
        identities = Map.copyOf(identities);
    }
}
