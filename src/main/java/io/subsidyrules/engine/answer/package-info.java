/** Answers, and how they are written as JSON. */
@NullMarked
package io.subsidyrules.engine.answer;

import org.jspecify.annotations.NullMarked;
