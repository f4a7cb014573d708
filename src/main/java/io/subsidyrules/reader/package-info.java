/** Reading pages: the form and the language asked for, entity tags, headers. */
@NullMarked
package io.subsidyrules.reader;

import org.jspecify.annotations.NullMarked;
