/** Facts that build files, workflows and READMEs state: manifests, commands, entry points. Nothing is ever executed. */
@NullMarked
package dev.caffeinecode.code.facts;

import org.jspecify.annotations.NullMarked;
