/** What lets a signature be trusted after its certificate has ended: revocation data under an archive time stamp (PAdES levels LT and LTA). */
@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.archive;
