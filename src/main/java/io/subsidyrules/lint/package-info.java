/**
 * What is lawful in a rules folder and yet suspicious, the notices among it, and the comments by which its authors say
 * that it is meant so.
 */
@NullMarked
package io.subsidyrules.lint;

import org.jspecify.annotations.NullMarked;
