/** The command that creates, lists, revokes and rotates keys. */
@NullMarked
package io.subsidyrules.access.command;

import org.jspecify.annotations.NullMarked;
