/** Process 6 on the web: the bill with its QR code, the pay-in slip, the receipt. */
@org.jspecify.annotations.NullMarked
package org.anuyat.portal.fee;
