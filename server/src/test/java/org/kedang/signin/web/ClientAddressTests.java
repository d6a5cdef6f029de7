package org.kedang.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.signin.SignInSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

import java.util.Map;

class ClientAddressTests {
    private final ClientAddress trustingTen = addresses("10.0.0.0/8");

    private static ClientAddress addresses(String proxies) {
        return new ClientAddress(
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of("kedang.signin.trusted-proxies", proxies)))
                        .bindOrCreate("kedang.signin", SignInSettings.class));
    }

    private static MockHttpServletRequest request(String from, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-For", forwarded);
        return request;
    }

    @Test
    void believesATrustedProxy() {
        assertThat(trustingTen.of(request("10.0.0.1", "203.0.113.5"))).isEqualTo("203.0.113.5");
    }

    @Test
    void believesNobodyElse() {
        assertThat(trustingTen.of(request("203.0.113.7", "192.168.1.1"))).isEqualTo("203.0.113.7");
        assertThat(addresses("").of(request("10.0.0.1", "192.168.1.1"))).isEqualTo("10.0.0.1");
    }

    @Test
    void stopsAtTheFirstHopThatIsNotTrusted() {
        assertThat(trustingTen.of(request("10.0.0.1", "192.168.1.1, 203.0.113.5, 10.0.0.2")))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void trustsNoHopThatIsNoAddress() {
        assertThat(trustingTen.of(request("10.0.0.1", "10.0.0.9, unknown"))).isEqualTo("unknown");
    }
}
