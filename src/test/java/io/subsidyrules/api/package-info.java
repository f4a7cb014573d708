/** What tests send: requests as JSON, and the calls of the service that carry them. */
@NullMarked
package io.subsidyrules.api;

import org.jspecify.annotations.NullMarked;
