/** Pages for people, as HTML and as text: templates, the one stylesheet, phrases in both languages. */
@NullMarked
package io.subsidyrules.page;

import org.jspecify.annotations.NullMarked;
