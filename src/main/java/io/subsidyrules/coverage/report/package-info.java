/** Reports of coverage: text, HTML, Cobertura, LCOV. */
@NullMarked
package io.subsidyrules.coverage.report;

import org.jspecify.annotations.NullMarked;
