/** What is sound in the files of policies and still looks wrong: it is told, and blocks nothing. */
@NullMarked
package io.subsidyrules.notice;

import org.jspecify.annotations.NullMarked;
