package org.anuyat.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * POSTs of JSON to one address over HTTP/1.1, on connections that are kept as long as the server keeps them. Whoever posts writes, one thread
 * reads the answers of all: where load and server share their processors, the JDK's client takes more of them than a server that does little.
 */
public final class Posts implements AutoCloseable {

    private static final int ANSWER = 1 << 14;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final InetSocketAddress server;
    private final String head;
    private final Selector selector;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private final Queue<Line> opened = new ConcurrentLinkedQueue<>();

    /** @param body empty when the server didn't say its length, which ours does for what it was to answer */
    public record Answer(int status, String body) {}

    /** A connection, with one request at a time. */
    private static final class Line {

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(ANSWER);
        private volatile @Nullable CompletableFuture<Answer> asked;

        private Line(SocketChannel channel) {
            this.channel = channel;
        }
    }

    public Posts(URI target) {
        server = new InetSocketAddress(target.getHost(), target.getPort());
        head = "POST " + target.getRawPath() + " HTTP/1.1\r\nHost: " + target.getAuthority() + "\r\nContent-Type: application/json\r\nContent-Length: ";
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "load-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** Sends at once, on a connection of its own while others wait for their answers. */
    public CompletableFuture<Answer> post(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] first = (head + body.length + END_OF_HEAD).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(first.length + body.length).put(first).put(body).flip();
        CompletableFuture<Answer> asked = new CompletableFuture<>();
        try {
            Line line = idle.pollLast();
            if (line == null) {
                line = open();
            }
            line.asked = asked;
            while (out.hasRemaining()) {
                line.channel.write(out);
            }
        } catch (IOException e) {
            asked.completeExceptionally(e);
        }
        return asked;
    }

    private Line open() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Line line = new Line(channel);
        opened.add(line);
        selector.wakeup();
        return line;
    }

    private void read() {
        try {
            while (selector.isOpen()) {
                for (Line line = opened.poll(); line != null; line = opened.poll()) {
                    line.channel.register(selector, SelectionKey.OP_READ, line);
                }
                selector.select(key -> read((Line) key.attachment()));
            }
        } catch (ClosedSelectorException closed) {
            // nobody waits for answers any more
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Line line) {
        try {
            if (line.channel.read(line.in) < 0) {
                throw new IOException("the server closed the connection");
            }
            String text = new String(line.in.array(), 0, line.in.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf(END_OF_HEAD);
            if (end >= 0) {
                take(line, text.substring(0, end + 2).toLowerCase(Locale.ROOT), end + END_OF_HEAD.length());
            }
        } catch (IOException e) {
            give(line, e);
        }
    }

    private void take(Line line, String answer, int begin) throws IOException {
        int status = Integer.parseInt(answer.substring(9, 12));
        String length = header(answer, "content-length");
        if (length == null) {
            answered(line, new Answer(status, ""), true);
            return;
        }
        int size = Integer.parseInt(length);
        if (line.in.position() >= begin + size) {
            String body = new String(line.in.array(), begin, size, StandardCharsets.UTF_8);
            answered(line, new Answer(status, body), "close".equals(header(answer, "connection")));
        } else if (!line.in.hasRemaining()) {
            throw new IOException("the answer is longer than " + ANSWER + " bytes");
        }
    }

    private static @Nullable String header(String head, String name) {
        int at = head.indexOf("\r\n" + name + ":");
        return at < 0 ? null : head.substring(at + name.length() + 3, head.indexOf("\r\n", at + 2)).strip();
    }

    private void answered(Line line, Answer answer, boolean last) throws IOException {
        CompletableFuture<Answer> asked = line.asked;
        line.asked = null;
        line.in.clear();
        if (last) {
            line.channel.close();
        } else {
            idle.addLast(line);
        }
        if (asked != null) {
            asked.complete(answer);
        }
    }

    private void give(Line line, IOException failure) {
        CompletableFuture<Answer> asked = line.asked;
        idle.remove(line);
        try {
            line.channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        if (asked != null) {
            asked.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
