package org.anuyat.workflow.catalogue.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of one service definition.
 *
 * @param id the folder's name
 * @param files text of each file by its path within the folder
 */
record ServiceFolder(String id, Map<String, String> files) {

    static final String MAIN_FILE = "service.json";

    private static final String ROOT = "services/";

    /** All folders on the class path that hold a {@value #MAIN_FILE}. */
    static List<ServiceFolder> onClassPath() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            List<ServiceFolder> folders = new ArrayList<>();
            for (Resource main : resolver.getResources("classpath*:" + ROOT + "*/" + MAIN_FILE)) {
                String address = main.getURL().toString();
                String folder = address.substring(0, address.length() - MAIN_FILE.length());
                String id = folder.replaceAll(".*/([^/]+)/$", "$1");
                folders.add(new ServiceFolder(id, read(resolver, folder)));
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException("service definitions could not be read", e);
        }
    }

    private static Map<String, String> read(PathMatchingResourcePatternResolver resolver, String folder)
            throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Resource resource : resolver.getResources(folder + "**")) {
            String name = resource.getURL().toString().substring(folder.length());
            if (resource.isReadable() && !name.isEmpty() && !name.endsWith("/")) {
                files.put(name, resource.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** SHA-256 over names and contents, in lower-case hexadecimal. */
    String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, text) -> {
                for (String part : List.of(name, text)) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    // lengths go in as well: no two different folders may read the same
                    sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    sha256.update(bytes);
                }
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
