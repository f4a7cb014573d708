/** The commands on findings: which there are in a rules folder, and what they mean. */
@NullMarked
package io.subsidyrules.cli.check;

import org.jspecify.annotations.NullMarked;
