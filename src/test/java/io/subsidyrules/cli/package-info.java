@NullMarked
package io.subsidyrules.cli;

import org.jspecify.annotations.NullMarked;
