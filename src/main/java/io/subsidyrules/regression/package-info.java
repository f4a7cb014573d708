/**
 * Regression tests of rules: scenarios beside the rule files, run through the same reader and evaluation as requests.
 */
@NullMarked
package io.subsidyrules.regression;

import org.jspecify.annotations.NullMarked;
