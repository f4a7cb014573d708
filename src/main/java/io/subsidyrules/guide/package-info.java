/** Pages on the service itself: the first page, a form to try it, the problems, the documentation. */
@NullMarked
package io.subsidyrules.guide;

import org.jspecify.annotations.NullMarked;
