/** The metrics of HTTP requests: their series, and the buckets of their times. */
@NullMarked
package io.subsidyrules.metrics;

import org.jspecify.annotations.NullMarked;
