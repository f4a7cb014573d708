/** Rules compared by what they say. */
@NullMarked
package io.subsidyrules.meaning.form;

import org.jspecify.annotations.NullMarked;
