/** The effect of a change of rules on the requests of a file, as tables and as JSON. */
@NullMarked
package io.subsidyrules.cli.effect;

import org.jspecify.annotations.NullMarked;
