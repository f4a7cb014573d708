/** YAML files, read strictly and with the place of every value. */
@NullMarked
package io.subsidyrules.yaml;

import org.jspecify.annotations.NullMarked;
