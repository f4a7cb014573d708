package io.subsidyrules.folder;

/**
 * The sizes beyond which a folder is not read.
 *
 * @param files how many
 * @param fileBytes of one file; a byte more is read, so that it shows
 * @param folderBytes of all together
 */
public record Limit(int files, int fileBytes, long folderBytes) {}
