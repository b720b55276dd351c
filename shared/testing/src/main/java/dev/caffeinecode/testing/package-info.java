/** What tests of all modules run against: a database, queues, objects, a git server and a language model. */
@NullMarked
package dev.caffeinecode.testing;

import org.jspecify.annotations.NullMarked;
