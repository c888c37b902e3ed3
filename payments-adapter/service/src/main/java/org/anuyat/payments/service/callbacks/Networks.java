package org.anuyat.payments.service.callbacks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses and networks in CIDR notation that callbacks may come from; none means any. */
record Networks(List<Network> allowed) {

    private record Network(byte[] address, int prefix) {

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int free = address.length * Byte.SIZE - prefix;
            return new BigInteger(1, address).shiftRight(free).equals(new BigInteger(1, other).shiftRight(free));
        }
    }

    static Networks of(List<String> texts) {
        return new Networks(texts.stream().map(Networks::network).toList());
    }

    private static Network network(String text) {
        String[] parts = text.trim().split("/", 2);
        byte[] address = address(parts[0]);
        int prefix = parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > address.length * Byte.SIZE) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(address, prefix);
    }

    boolean allow(String address) {
        if (allowed.isEmpty()) {
            return true;
        }
        // a link-local IPv6 address comes with its interface
        byte[] sender = address(address.replaceFirst("%.*", ""));
        return allowed.stream().anyMatch(network -> network.holds(sender));
    }

    /** Numbers only: a name would be looked up, by whoever runs the name server. */
    private static byte[] address(String text) {
        if (!text.matches("[0-9a-fA-F.:]+")) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
    }
}
