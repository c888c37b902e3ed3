/** What is read off certificates, and files of them. */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.validation.certificates;
