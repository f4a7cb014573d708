/** Files of the data folder, read so that none of them can hold up or fill the service. */
@NullMarked
package io.subsidyrules.files;

import org.jspecify.annotations.NullMarked;
