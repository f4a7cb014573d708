package io.subsidyrules.policy;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;

/**
 * The title of a table or a list.
 *
 * @param file the name of its file without the ending
 * @param place where policy.yaml names the file
 */
public record TableTitle(String file, Text title, Place place) {}
