/** What sealing and validating promise, tried with real keys and real documents. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service;
