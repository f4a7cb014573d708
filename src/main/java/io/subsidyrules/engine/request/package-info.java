/** Requests, read from JSON and held to the vocabulary. */
@NullMarked
package io.subsidyrules.engine.request;

import org.jspecify.annotations.NullMarked;
