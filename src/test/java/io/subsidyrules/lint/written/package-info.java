@NullMarked
package io.subsidyrules.lint.written;

import org.jspecify.annotations.NullMarked;
