/** What staff are told where their files have a mistake: a catalogue of mistakes, and the page that shows it. */
@NullMarked
package io.subsidyrules.faults;

import org.jspecify.annotations.NullMarked;
