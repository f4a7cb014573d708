/** The one layout of rule files, scenario files and policy files. */
@NullMarked
package io.subsidyrules.layout;

import org.jspecify.annotations.NullMarked;
