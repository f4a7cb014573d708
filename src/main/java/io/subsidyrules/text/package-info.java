/** Texts in English and in Chinese, and the characters that they are made of. */
@NullMarked
package io.subsidyrules.text;

import org.jspecify.annotations.NullMarked;
