package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.List;

/**
 * Where a sign-in comes from.
 *
 * @param address the network address
 * @param device the secret that an earlier sign-in left in this browser; {@code null} if none
 * @param agent what the browser calls itself, as sent
 */
public record Origin(String address, @Nullable String device, String agent) {
    /** What names itself in the agent, the telling before what others name too. */
    private static final List<String> BROWSERS =
            List.of("MicroMessenger", "Edg", "Firefox", "Chrome", "Safari", "curl", "Java");

    private static final List<String> SYSTEMS =
            List.of("iPhone", "iPad", "Android", "Windows", "Mac OS X", "Linux");

    /**
     * The same for whoever acts.
     *
     * @param session an opaque mark of the session or token; {@code null} before there is one
     */
    public Actor.Connection connection(@Nullable String session) {
        return new Actor.Connection(address, session, deviceName());
    }

    /** The address as far as one household or office owns it: all of IPv4, a /64 of IPv6. */
    public String place() {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        if (plain.indexOf(':') < 0 || plain.indexOf('.') >= 0) {
            return plain;
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(plain).getAddress();
            return java.util.HexFormat.ofDelimiter(":").formatHex(bytes, 0, 8) + "/64";
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }

    /** The browser and system in a few words, such as {@code Chrome · Windows}. */
    public String deviceName() {
        String browser = firstNamed(BROWSERS, agent);
        String system = firstNamed(SYSTEMS, agent);
        String name = system.isEmpty() ? browser : browser + " · " + system;
        return name.isEmpty() ? "?" : name.replace("Edg", "Edge").replace("Mac OS X", "macOS");
    }

    private static String firstNamed(List<String> names, String text) {
        return names.stream().filter(text::contains).findFirst().orElse("");
    }
}
