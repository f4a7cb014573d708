/** What all resources share of HTTP: the language and the media type asked for, and bodies with their limits. */
@NullMarked
package io.subsidyrules.http;

import org.jspecify.annotations.NullMarked;
