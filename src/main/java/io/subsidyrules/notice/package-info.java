/**
 * Notices: things in the files of policies that are sound and still look wrong; they are reported and block nothing.
 */
@NullMarked
package io.subsidyrules.notice;

import org.jspecify.annotations.NullMarked;
