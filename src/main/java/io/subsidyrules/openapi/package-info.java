/** The contract as a running service has it: openapi.yaml, with the facts that the live rules declare. */
@NullMarked
package io.subsidyrules.openapi;

import org.jspecify.annotations.NullMarked;
