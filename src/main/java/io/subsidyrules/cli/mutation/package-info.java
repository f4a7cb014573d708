/** The command that tries wrong changes of rules on their scenarios. */
@NullMarked
package io.subsidyrules.cli.mutation;

import org.jspecify.annotations.NullMarked;
