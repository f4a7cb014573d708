/** What rules mean, and what a change of them means. */
@NullMarked
package io.subsidyrules.cli.rulebook;

import org.jspecify.annotations.NullMarked;
