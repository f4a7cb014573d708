/** The port of those who run the service. */
@NullMarked
package io.subsidyrules.management;

import org.jspecify.annotations.NullMarked;
