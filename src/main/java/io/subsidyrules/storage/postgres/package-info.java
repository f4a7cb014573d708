/** The service's own PostgreSQL. */
@NullMarked
package io.subsidyrules.storage.postgres;

import org.jspecify.annotations.NullMarked;
