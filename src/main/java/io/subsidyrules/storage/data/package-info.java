/** The service's data folder. */
@NullMarked
package io.subsidyrules.storage.data;

import org.jspecify.annotations.NullMarked;
