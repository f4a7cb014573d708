/** Rules folders whose scenarios are run for commands, and the faults that keep these from their work. */
@NullMarked
package io.subsidyrules.cli.folder;

import org.jspecify.annotations.NullMarked;
