/** The REST surface: what a client can ask for, and how answers and problems look on the wire. */
@NullMarked
package dev.caffeinecode.api;

import org.jspecify.annotations.NullMarked;
