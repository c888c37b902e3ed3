/** The payments adapter as a whole: its settings, its schema, its steady work, and its own process. */
@NullMarked
package org.anuyat.payments.service;

import org.jspecify.annotations.NullMarked;
