/**
 * The second form of the service, in which every amount is a decimal string, for languages that read numbers as floats.
 */
@NullMarked
package io.subsidyrules.amounts;

import org.jspecify.annotations.NullMarked;
