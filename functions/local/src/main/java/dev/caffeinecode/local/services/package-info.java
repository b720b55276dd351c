/** Database, queues and object store of the process, and where their data lies. */
@NullMarked
package dev.caffeinecode.local.services;

import org.jspecify.annotations.NullMarked;
