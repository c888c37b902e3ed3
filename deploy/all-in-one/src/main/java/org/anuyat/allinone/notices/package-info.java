/** What a payments adapter in another process tells the platform. */
@org.jspecify.annotations.NullMarked
package org.anuyat.allinone.notices;
