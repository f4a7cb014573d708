@NullMarked
package io.subsidyrules.access;

import org.jspecify.annotations.NullMarked;
