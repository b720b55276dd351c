/** Prompt templates: what a person chooses to have documentation written by. */
@NullMarked
package dev.caffeinecode.docs.template;

import org.jspecify.annotations.NullMarked;
