/** Tables and lists as their files have them: rows, cells and values, of whatever type. */
@NullMarked
package io.subsidyrules.dialect.table;

import org.jspecify.annotations.NullMarked;
