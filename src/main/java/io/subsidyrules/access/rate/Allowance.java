package io.subsidyrules.access.rate;

/**
 * The allowance of a caller after a request.
 *
 * @param allowed whether the request was within it
 * @param remaining the requests that it may send at once now
 * @param seconds until it may send one more, where this one was not allowed; else until it has all of it again
 */
public record Allowance(boolean allowed, long remaining, long seconds) {}
