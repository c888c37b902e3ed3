package org.anuyat.payments.service.callbacks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.anuyat.payments.service.PaymentsPart;

/**
 * The calls of banks that are being taken just now. A bank waits for its answer and gives up on a slow one; what is asked and posted because of
 * earlier calls is in nobody's way, so it gives way to them.
 */
@PaymentsPart("paymentsTraffic")
class Traffic {

    private int taking;

    synchronized void begun() {
        taking++;
    }

    synchronized void ended() {
        taking--;
        if (taking == 0) {
            // one at a time: the next call may come meanwhile
            notify();
        }
    }

    /** Waits until no call is being taken, but no longer than this: under endless calls earlier ones must be confirmed too. */
    synchronized void giveWay(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (taking > 0 && left > 0) {
            // rounded up, so that the last part of a millisecond isn't waited for in circles
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = until - System.nanoTime();
        }
    }
}
