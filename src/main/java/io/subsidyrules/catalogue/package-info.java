/** The catalogue of policies, and the types of facts as JSON Schema; all of it comes from the rule files. */
@NullMarked
package io.subsidyrules.catalogue;

import org.jspecify.annotations.NullMarked;
