package dev.caffeinecode.code.links;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.mentions.FileMentions;

/** All that is known of one file by looking at nothing else: the unit in which a code graph is built and reused. */
public record IndexedFile(FileFacts facts, FileMentions mentions) {}
