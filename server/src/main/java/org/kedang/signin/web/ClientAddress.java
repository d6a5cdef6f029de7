package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;

import org.kedang.signin.SignInSettings;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

import java.util.Collections;
import java.util.List;

/**
 * The network address a request comes from. What a proxy says about it (X-Forwarded-For) counts
 * only if the proxy itself is trusted, and only up to the first address that is not.
 */
@Component
final class ClientAddress {
    private final List<IpAddressMatcher> proxies;

    ClientAddress(SignInSettings settings) {
        proxies = settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        for (String hop : hops(request)) {
            if (!isTrusted(address)) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    /** From the nearest to the farthest. */
    private static List<String> hops(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("X-Forwarded-For"));
        List<String> hops =
                new java.util.ArrayList<>(
                        headers.stream()
                                .flatMap(header -> java.util.Arrays.stream(header.split(",")))
                                .map(String::strip)
                                .toList());
        Collections.reverse(hops);
        return hops;
    }

    private boolean isTrusted(String address) {
        return proxies.stream().anyMatch(proxy -> matches(proxy, address));
    }

    /** What is no address at all, is trusted by nobody. */
    private static boolean matches(IpAddressMatcher proxy, String address) {
        try {
            return proxy.matches(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
