/** The values of fields, in classes that rules do not tell apart. */
@NullMarked
package io.subsidyrules.meaning.space;

import org.jspecify.annotations.NullMarked;
