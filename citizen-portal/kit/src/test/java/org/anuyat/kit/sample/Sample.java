package org.anuyat.kit.sample;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.anuyat.kit.Link;
import org.anuyat.kit.Site;
import org.anuyat.kit.Visitor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The smallest portal. */
@SpringBootApplication
public class Sample {

    public static void main(String[] args) {
        SpringApplication.run(Sample.class, args);
    }

    @Bean
    Site site() {
        return new Site() {
            @Override
            public String path() {
                return "/";
            }

            @Override
            public String name() {
                return "sample.site";
            }

            @Override
            public List<Link> navigation(HttpServletRequest request) {
                return List.of(Link.of("/sample", "sample.services"), Link.of("/register", "sample.register"));
            }

            @Override
            public Optional<Visitor> visitor(HttpServletRequest request) {
                return Optional.of(new Visitor("สมหญิง ใจดีมีสุขสวัสดิ์", "/sign-out"));
            }
        };
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**")).build();
    }
}
