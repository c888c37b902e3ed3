package org.anuyat.payments.service.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworksTest {

    @Test
    void withoutAListEveryoneIsAllowed() {
        assertThat(Networks.of(List.of()).allow("203.0.113.9")).isTrue();
    }

    @Test
    void onlyListedAddressesAndNetworksAreAllowed() {
        Networks networks = Networks.of(List.of("203.0.113.9", "198.51.100.0/23", "2001:db8::/32"));
        assertThat(networks.allow("203.0.113.9")).isTrue();
        assertThat(networks.allow("203.0.113.10")).isFalse();
        assertThat(networks.allow("198.51.101.255")).isTrue();
        assertThat(networks.allow("198.51.102.0")).isFalse();
        assertThat(networks.allow("2001:db8:1::1")).isTrue();
        assertThat(networks.allow("2001:db9::1")).isFalse();
    }

    @Test
    void namesAndSenselessNetworksAreRefusedAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.of(List.of("bank.example")));
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.of(List.of("10.0.0.0/33")));
    }
}
