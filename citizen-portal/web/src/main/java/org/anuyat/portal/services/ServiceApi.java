package org.anuyat.portal.services;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.places.Place;
import org.anuyat.workflow.places.Places;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as open data; both languages at once. Errors are problem details (RFC 9457). */
@RestController
@RequestMapping("/api/public")
class ServiceApi {

    private static final int LONGEST_QUESTION = 200;
    private static final int SUGGESTIONS = 20;
    private static final CacheControl FIVE_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Services services;
    private final Places places;

    ServiceApi(Services services, Places places) {
        this.services = services;
        this.places = places;
    }

    /** All services, or those that a question finds, the best first. */
    @GetMapping("/services")
    ResponseEntity<List<ServiceSummary>> services(@RequestParam(defaultValue = "") String q, Locale locale) {
        List<ServiceSummary> found = q.isBlank()
                ? services.all().stream().map(ServiceSummary::of).toList()
                : services.search(bounded(q), locale).stream()
                        .map(hit -> ServiceSummary.of(hit.found()))
                        .toList();
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(found);
    }

    /** A service with its manual, its documents, its fees and the schema of its form. */
    @GetMapping("/services/{id}")
    ResponseEntity<ServiceDetails> service(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(ServiceDetails.of(services.current(id)));
    }

    /** Subdistricts with what lies above them, for what somebody began to type. */
    @GetMapping("/addresses")
    ResponseEntity<List<Place>> addresses(@RequestParam(defaultValue = "") String q) {
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(places.search(bounded(q), SUGGESTIONS));
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_QUESTION));
    }
}
