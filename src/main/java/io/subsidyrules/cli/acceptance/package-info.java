/** The values that the rules give now, written into the scenarios that expect others. */
@NullMarked
package io.subsidyrules.cli.acceptance;

import org.jspecify.annotations.NullMarked;
