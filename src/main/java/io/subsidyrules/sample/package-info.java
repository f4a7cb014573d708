/** A policy that belongs to the service itself, and decides nothing. */
@NullMarked
package io.subsidyrules.sample;

import org.jspecify.annotations.NullMarked;
