/** The projects that claims are for, and the awards that they have already. */
@NullMarked
package io.subsidyrules.engine.project;

import org.jspecify.annotations.NullMarked;
