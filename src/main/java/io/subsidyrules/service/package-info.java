/** The entry of the service. */
@NullMarked
package io.subsidyrules.service;

import org.jspecify.annotations.NullMarked;
