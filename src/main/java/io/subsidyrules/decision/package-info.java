/** The decisions as other systems record and find them over HTTP. */
@NullMarked
package io.subsidyrules.decision;

import org.jspecify.annotations.NullMarked;
