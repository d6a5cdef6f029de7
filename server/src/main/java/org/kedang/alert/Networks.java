package org.kedang.alert;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The network an address lies in, as far as people stay in one: /24, or /48 of IPv6. */
final class Networks {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*(?:%.*)?");
    private static final int BYTES_4 = 3;
    private static final int BYTES_6 = 6;

    private Networks() {}

    /** {@code 10.0.8.0/24}, {@code 2001:db8:1:0:0:0:0:0/48}; what is no address stays as it is. */
    static String of(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return address; // a name, which must not be looked up
        }
        try {
            InetAddress whole = InetAddress.getByName(address.replaceFirst("%.*", ""));
            byte[] bytes = whole.getAddress();
            int kept = whole instanceof Inet6Address ? BYTES_6 : BYTES_4;
            for (int i = kept; i < bytes.length; i++) {
                bytes[i] = 0;
            }
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
