/** What a reader of a page asks for, and the answer to it: the form and the language, entity tags, headers. */
@NullMarked
package io.subsidyrules.reader;

import org.jspecify.annotations.NullMarked;
