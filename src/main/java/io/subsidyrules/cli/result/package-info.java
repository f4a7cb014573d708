/** The results of scenarios, as reports for people and for CI. */
@NullMarked
package io.subsidyrules.cli.result;

import org.jspecify.annotations.NullMarked;
