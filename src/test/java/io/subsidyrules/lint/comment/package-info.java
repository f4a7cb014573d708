@NullMarked
package io.subsidyrules.lint.comment;

import org.jspecify.annotations.NullMarked;
