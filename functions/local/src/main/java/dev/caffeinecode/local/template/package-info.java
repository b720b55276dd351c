/** What template.yaml says. */
@NullMarked
package dev.caffeinecode.local.template;

import org.jspecify.annotations.NullMarked;
