package org.anuyat.access.start;

import java.util.Locale;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes the process write numbers with the digits 0 to 9 unless a locale is named, whatever the machine's language: numbers of
 * applications, receipts and permits, amounts and one-time codes are read by machines. Thai digits on papers are asked for by name.
 */
class FormatLocale implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    }
}
