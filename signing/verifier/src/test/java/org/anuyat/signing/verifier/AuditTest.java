package org.anuyat.signing.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Chains as the back office exports them; that it exports them so is tested there. */
class AuditTest {

    @TempDir
    Path folder;

    @Test
    void an_intact_chain_is_valid_and_its_head_is_told() throws Exception {
        List<String> chain = chain(3000);
        Path json = folder.resolve("audit.json");

        assertThat(Jar.run("audit", "--json", json, file(chain))).returns(0, Jar.Run::code);

        String head = head(chain);
        assertThat(Files.readString(json)).contains(head, "\"records\" : 3000");
        assertThat(Jar.run("audit", "--head", head, "--contains", head(chain.subList(0, 7)), file(chain)))
                .returns(0, Jar.Run::code);
    }

    @Test
    void each_way_of_forging_is_found() throws Exception {
        List<String> chain = chain(9);
        List<String> changed = new ArrayList<>(chain);
        changed.set(4, chain.get(4).replace("approved", "refused"));
        List<String> gap = new ArrayList<>(chain);
        gap.remove(5);
        List<String> swapped = new ArrayList<>(chain);
        swapped.set(3, chain.get(4));
        swapped.set(4, chain.get(3));

        assertFault(changed, "Record 5: the hash does not belong to the text.");
        assertFault(gap, "Records are missing before record 7.");
        assertFault(swapped, "Records are missing before record 5.");
        assertFault(List.of(chain.get(0), "{\"seq\":2}"), "Line 2 is not a record of the export.");
        assertThat(Jar.run("audit", "--head", head(chain), file(chain.subList(0, 8))))
                .returns(1, Jar.Run::code)
                .satisfies(run -> assertThat(run.out()).contains("The last hash is not the expected one"));
    }

    @Test
    void a_byte_that_is_no_text_any_more_was_changed_like_any_other() throws Exception {
        Path export = file(chain(9));
        byte[] bytes = Files.readAllBytes(export);
        int thai = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0xe0);
        bytes[thai] = (byte) 0xff;

        assertThat(Jar.run("audit", Files.write(export, bytes)))
                .returns(1, Jar.Run::code)
                .satisfies(run -> assertThat(run.out()).contains("Record 1: the hash does not belong to the text."));
    }

    @Test
    void a_part_of_a_chain_or_nothing_cannot_be_told() throws Exception {
        assertThat(Jar.run("audit", file(chain(9).subList(4, 9)))).returns(2, Jar.Run::code);
        assertThat(Jar.run("audit", file(List.of()))).returns(2, Jar.Run::code);
        assertThat(Jar.run("audit", folder.resolve("nowhere.jsonl"))).returns(2, Jar.Run::code);
    }

    private void assertFault(List<String> lines, String fault) throws Exception {
        assertThat(Jar.run("audit", file(lines)))
                .returns(1, Jar.Run::code)
                .satisfies(run -> assertThat(run.out()).contains(fault));
    }

    private Path file(List<String> lines) throws Exception {
        return Files.write(Files.createTempFile(folder, "audit", ".jsonl"), lines);
    }

    private static String head(List<String> chain) {
        return JsonMapper.shared()
                .readTree(chain.get(chain.size() - 1))
                .path("hash")
                .asString();
    }

    private static List<String> chain(int length) throws Exception {
        List<String> lines = new ArrayList<>();
        String previous = "0".repeat(64);
        for (int seq = 1; seq <= length; seq++) {
            String record = JsonMapper.shared()
                    .writeValueAsString(new TreeMap<>(
                            Map.of("act", "approved", "agency", "TYM", "details", Map.of("เหตุผล", "ครบถ้วน"), "seq", seq)));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((previous + "\n" + record).getBytes(StandardCharsets.UTF_8)));
            Map<String, Object> line = new TreeMap<>(
                    Map.of("seq", seq, "previousHash", previous, "record", record, "hash", hash));
            lines.add(JsonMapper.shared().writeValueAsString(line));
            previous = hash;
        }
        return lines;
    }
}
