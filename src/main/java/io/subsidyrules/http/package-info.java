/**
 * HTTP as all resources share it: paths, the language and the media type asked for, correlation, and bodies with their
 * limits.
 */
@NullMarked
package io.subsidyrules.http;

import org.jspecify.annotations.NullMarked;
