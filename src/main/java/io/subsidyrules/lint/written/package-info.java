/** The numbers and the days that texts of policies name, in digits and in words, in English and in Chinese. */
@NullMarked
package io.subsidyrules.lint.written;

import org.jspecify.annotations.NullMarked;
