/** The commands that run the scenarios of a rules folder, and say how far they try its rules. */
@NullMarked
package io.subsidyrules.cli.scenario;

import org.jspecify.annotations.NullMarked;
