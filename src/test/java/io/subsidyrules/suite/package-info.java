@NullMarked
package io.subsidyrules.suite;

import org.jspecify.annotations.NullMarked;
