/** People who sign in with a browser. */
@NullMarked
package io.subsidyrules.access.browser;

import org.jspecify.annotations.NullMarked;
