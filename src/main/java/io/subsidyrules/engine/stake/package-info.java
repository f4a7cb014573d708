/** The amounts that depend on what is still undecided. */
@NullMarked
package io.subsidyrules.engine.stake;

import org.jspecify.annotations.NullMarked;
