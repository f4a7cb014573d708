/** From the files of tables and lists to tables of rows that the keys of a rule can be looked up in. */
@NullMarked
package io.subsidyrules.dialect.lookup;

import org.jspecify.annotations.NullMarked;
