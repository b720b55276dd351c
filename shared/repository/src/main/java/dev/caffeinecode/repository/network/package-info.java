/** Connections that reach only addresses that were checked. */
@NullMarked
package dev.caffeinecode.repository.network;

import org.jspecify.annotations.NullMarked;
