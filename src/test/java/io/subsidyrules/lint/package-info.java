@NullMarked
package io.subsidyrules.lint;

import org.jspecify.annotations.NullMarked;
