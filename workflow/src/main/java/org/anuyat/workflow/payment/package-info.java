/**
 * Process 6, pay (การชำระค่าธรรมเนียม): the fee of an application, its bill, its payment once the bank confirmed it, its
 * receipt.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Pay",
        allowedDependencies = {
            "acts",
            "agency",
            "calendar",
            "catalogue",
            "documents",
            "drawing",
            "files",
            "language",
            "papers",
            "submission",
            "submission :: attachments",
            "thai"
        })
package org.anuyat.workflow.payment;

import org.jspecify.annotations.NullMarked;
