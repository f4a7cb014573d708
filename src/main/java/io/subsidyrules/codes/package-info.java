/** Codes that standards give: how they are formed, and the lists of them that a rules folder holds. */
@NullMarked
package io.subsidyrules.codes;

import org.jspecify.annotations.NullMarked;
