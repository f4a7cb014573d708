/** What every exchange of a request and its answer goes through before a resource is reached, whatever it asks for. */
@NullMarked
package io.subsidyrules.exchange;

import org.jspecify.annotations.NullMarked;
