package org.anuyat.portal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.anuyat.portal.mailbox.Links.Piece;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final Links links = new Links("http://localhost:8080");

    @Test
    void addresses_of_the_platform_become_links_and_the_text_stays_whole() {
        String text = "ดูที่ http://localhost:8080/applications/TYM69-000001-85.\nขอบคุณ";
        assertThat(links.in(text))
                .containsExactly(
                        new Piece("ดูที่ ", false),
                        new Piece("http://localhost:8080/applications/TYM69-000001-85", true),
                        new Piece(".\nขอบคุณ", false));
    }

    @Test
    void other_addresses_stay_text() {
        assertThat(links.in("http://localhost:8080.evil.example/ http://localhost:80801/ javascript:alert(1)"))
                .noneMatch(Piece::link);
        assertThat(links.in("https://evil.example/?http://localhost:8080@evil.example"))
                .noneMatch(Piece::link);
    }
}
