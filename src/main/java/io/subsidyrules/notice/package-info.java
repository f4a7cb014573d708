/** Notices: things in the files of policies that are sound and still look wrong, which are told and block nothing. */
@NullMarked
package io.subsidyrules.notice;

import org.jspecify.annotations.NullMarked;
