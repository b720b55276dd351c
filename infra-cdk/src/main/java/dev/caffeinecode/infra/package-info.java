/** The cloud of one installation, as constructs of the AWS Cloud Development Kit. */
@NullMarked
package dev.caffeinecode.infra;

import org.jspecify.annotations.NullMarked;
