/** The rules folder as files and texts, within limits. */
@NullMarked
package io.subsidyrules.dialect.source;

import org.jspecify.annotations.NullMarked;
