package org.anuyat.workflow.catalogue.loading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.workflow.catalogue.Definitions;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads all folders when the platform starts, registers their versions, and finds old ones in the database. */
@Component
class StoredDefinitions implements Definitions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDefinitions.class);

    private final ServiceVersions versions;
    private final DefinitionReader reader;
    private final List<ServiceDefinition> inForce;
    private final Map<String, ServiceDefinition> old = new ConcurrentHashMap<>();

    StoredDefinitions(ServiceVersions versions, DefinitionReader reader) {
        this.versions = versions;
        this.reader = reader;
        this.inForce = ServiceFolder.onClassPath().stream()
                .map(this::checkedAndRegistered)
                .sorted(Comparator.comparing(definition -> definition.title().th()))
                .toList();
    }

    @Override
    public List<ServiceDefinition> inForce() {
        return inForce;
    }

    @Override
    public Optional<ServiceDefinition> find(String serviceId, int version) {
        Optional<ServiceDefinition> current = inForce.stream()
                .filter(definition -> definition.id().equals(serviceId) && definition.version() == version)
                .findFirst();
        return current.or(() -> Optional.ofNullable(old.get(serviceId + "/" + version)))
                .or(() -> fromDatabase(serviceId, version));
    }

    private Optional<ServiceDefinition> fromDatabase(String serviceId, int version) {
        Optional<ServiceDefinition> found =
                versions.find(serviceId, version).map(folder -> reader.read(folder, version));
        found.ifPresent(definition -> old.put(serviceId + "/" + version, definition));
        return found;
    }

    private ServiceDefinition checkedAndRegistered(ServiceFolder folder) {
        // once to see that it can be used at all, before it becomes a version for ever
        reader.read(folder, 0);
        ServiceDefinition definition = reader.read(folder, versions.register(folder));
        LOG.info("service {} version {}", definition.id(), definition.version());
        return definition;
    }
}
