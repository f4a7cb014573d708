/** Browsers: whether one opens a path, and what they are told to do with an answer. */
@NullMarked
package io.subsidyrules.http.browser;

import org.jspecify.annotations.NullMarked;
