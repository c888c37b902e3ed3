package org.anuyat.workflow.catalogue;

import java.util.List;
import java.util.Locale;
import org.anuyat.workflow.catalogue.search.Hit;
import org.anuyat.workflow.catalogue.search.WordIndex;
import org.springframework.stereotype.Service;

/** The services of this installation, the versions in force and those that were. */
@Service
public class Services {

    private final Definitions definitions;
    private final WordIndex<ServiceDefinition> index;

    Services(Definitions definitions) {
        this.definitions = definitions;
        this.index = new WordIndex<>(definitions.inForce().stream()
                .map(Services::searchable)
                .toList());
    }

    /** All services in the version in force, by title. */
    public List<ServiceDefinition> all() {
        return definitions.inForce();
    }

    /**
     * The version in force of a service.
     *
     * @throws NoSuchService if there is none with this identifier
     */
    public ServiceDefinition current(String serviceId) {
        return definitions.inForce().stream()
                .filter(definition -> definition.id().equals(serviceId))
                .findFirst()
                .orElseThrow(() -> new NoSuchService(serviceId));
    }

    /**
     * A certain version of a service, also one that is no longer in force.
     *
     * @throws NoSuchService if it never existed
     */
    public ServiceDefinition version(String serviceId, int version) {
        return definitions
                .find(serviceId, version)
                .orElseThrow(() -> new NoSuchService(serviceId, version));
    }

    /**
     * Searches titles, keywords and manuals for words and parts of words, in Thai and English at once, the best first. An
     * empty text finds nothing.
     *
     * @param locale the reader's language, for the excerpts
     */
    public List<Hit<ServiceDefinition>> search(String text, Locale locale) {
        return index.search(text, locale);
    }

    private static WordIndex.Entry<ServiceDefinition> searchable(ServiceDefinition definition) {
        Manual manual = definition.manual();
        return new WordIndex.Entry<>(
                definition,
                definition.title(),
                manual.summary(),
                List.of(manual.keywords()),
                java.util.stream.Stream.of(
                                manual.who().stream(),
                                manual.criteria().stream(),
                                manual.laws().stream(),
                                definition.documents().stream().map(DocumentRequirement::name))
                        .flatMap(texts -> texts)
                        .toList());
    }
}
