/** The gate that every exchange of a request and its answer goes through before a resource is reached. */
@NullMarked
package io.subsidyrules.exchange;

import org.jspecify.annotations.NullMarked;
