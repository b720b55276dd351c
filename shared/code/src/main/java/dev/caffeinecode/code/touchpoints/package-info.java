/** Finds where code meets the world around it: routes it serves, variables it reads, tables and queues it names. */
@NullMarked
package dev.caffeinecode.code.touchpoints;

import org.jspecify.annotations.NullMarked;
