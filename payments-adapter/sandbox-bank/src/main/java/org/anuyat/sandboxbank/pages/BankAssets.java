package org.anuyat.sandboxbank.pages;

import java.time.Duration;
import org.anuyat.sandboxbank.BankPart;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The bank's own look: not among the platform's static files, which browsers may keep for a year. */
@BankPart
class BankAssets implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/sandbox-bank/assets/**")
                .addResourceLocations("classpath:/sandbox-bank/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}
