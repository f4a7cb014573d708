/** The progress of a policy: what was awarded, where and when, and what of its targets is reached. */
@NullMarked
package io.subsidyrules.progress;

import org.jspecify.annotations.NullMarked;
