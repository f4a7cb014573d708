/** The tables of the database, and who may do what with them. */
@NullMarked
package io.subsidyrules.storage.schema;

import org.jspecify.annotations.NullMarked;
