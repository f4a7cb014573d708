/** The rules as the engine reads them, every name looked up. */
@NullMarked
package io.subsidyrules.dialect.model;

import org.jspecify.annotations.NullMarked;
