/**
 * The floor: the first policy once more, written by hand in plain Java without rule files and without a rule engine. It
 * is an oracle that the engine's answers are compared with, and the measure of what the engine costs. It shares no code
 * with what it is compared with.
 */
@NullMarked
package io.subsidyrules.floor;

import org.jspecify.annotations.NullMarked;
