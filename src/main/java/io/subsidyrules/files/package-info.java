/** Files of the data folder: read so that none can hold up or fill the service, and replaced as a whole. */
@NullMarked
package io.subsidyrules.files;

import org.jspecify.annotations.NullMarked;
