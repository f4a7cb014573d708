/** Reasons that a database cannot be used, in words for whoever runs the service. */
@NullMarked
package io.subsidyrules.storage.diagnosis;

import org.jspecify.annotations.NullMarked;
