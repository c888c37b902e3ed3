/** What is printed for the payer to scan: Thai QR codes (EMVCo merchant-presented mode), slip codes and the bill-payment barcode. */
@NullMarked
package org.anuyat.payments.service.qr;

import org.jspecify.annotations.NullMarked;
