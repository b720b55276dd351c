/** Git repositories and their snapshots. */
@NullMarked
package dev.caffeinecode.repository;

import org.jspecify.annotations.NullMarked;
