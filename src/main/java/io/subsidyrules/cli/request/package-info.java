/** The command that answers requests from files, evaluated without the service. */
@NullMarked
package io.subsidyrules.cli.request;

import org.jspecify.annotations.NullMarked;
