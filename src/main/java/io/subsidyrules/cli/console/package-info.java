/** The terminal, or the file or pipe, that a command of {@code rules} writes to, and how the command ends. */
@NullMarked
package io.subsidyrules.cli.console;

import org.jspecify.annotations.NullMarked;
