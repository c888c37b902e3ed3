/** Where EU DSS and Bouncy Castle don't fit together. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.validation.cms;
