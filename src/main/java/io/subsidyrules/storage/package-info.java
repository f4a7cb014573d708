/** The database: PostgreSQL, the service's own or another, its schema, and whether it can be reached. */
@NullMarked
package io.subsidyrules.storage;

import org.jspecify.annotations.NullMarked;
