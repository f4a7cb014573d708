/** What all resources share of HTTP: the language asked for, the request's id, the size of bodies. */
@NullMarked
package io.subsidyrules.http;

import org.jspecify.annotations.NullMarked;
