/** Rules, conditions and amounts in plain words. */
@NullMarked
package io.subsidyrules.engine.wording;

import org.jspecify.annotations.NullMarked;
