/** The findings of commands in rule files, in the formats that people, code hosts and other tools read. */
@NullMarked
package io.subsidyrules.cli.finding;

import org.jspecify.annotations.NullMarked;
