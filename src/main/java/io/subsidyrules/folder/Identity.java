package io.subsidyrules.folder;

import java.nio.file.attribute.FileTime;

/**
 * The file that a name leads to, and the time of the last change of anything about it. Whoever writes to the file,
 * renames it, or gives it another name, changes that time, and cannot set it.
 *
 * @param key device and number of the file
 * @param changed the time
 * @param links how many names the file has on its disk
 */
public record Identity(Object key, FileTime changed, int links) {}
