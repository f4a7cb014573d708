/** The subcommands of {@code rules}: each reads its options, calls one thing and reports what that found. */
@NullMarked
package io.subsidyrules.cli.command;

import org.jspecify.annotations.NullMarked;
