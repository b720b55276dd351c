/** The connection to PostgreSQL and the state of its schema. */
@NullMarked
package dev.caffeinecode.platform.database;

import org.jspecify.annotations.NullMarked;
