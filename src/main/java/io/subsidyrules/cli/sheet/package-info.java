/** Tables of words, as text, Markdown, HTML and CSV. */
@NullMarked
package io.subsidyrules.cli.sheet;

import org.jspecify.annotations.NullMarked;
