package dev.quipu.account;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells from where requests come. */
final class Addresses {

    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** An IPv4 address as it is, the first 64 bits of an IPv6 address, of which one customer of a provider has all the others; else the text. */
    static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByAddress(bytes); // an IPv4 address within IPv6 becomes one of IPv4
            return parsed instanceof Inet6Address
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length))
                                    .getHostAddress()
                            + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
