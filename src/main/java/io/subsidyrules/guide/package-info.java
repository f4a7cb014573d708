/** What the service tells of itself: the first page, a form to try it, the problems. */
@NullMarked
package io.subsidyrules.guide;

import org.jspecify.annotations.NullMarked;
