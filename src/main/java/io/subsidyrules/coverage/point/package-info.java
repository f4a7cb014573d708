/** The points that scenarios should try, and how a scenario is seen to try them. */
@NullMarked
package io.subsidyrules.coverage.point;

import org.jspecify.annotations.NullMarked;
