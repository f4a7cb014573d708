/** The command line {@code rules}: checks, tests and explains rule files without the service and without a database. */
@NullMarked
package io.subsidyrules.cli;

import org.jspecify.annotations.NullMarked;
