@org.jspecify.annotations.NullMarked
package org.anuyat.signing.service.sealing;
