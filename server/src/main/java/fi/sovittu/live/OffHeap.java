package fi.sovittu.live;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes outside the heap, where the network can take them from: all sockets share the same, also
 * while they wait for slow readers. From the heap they would be copied for each of them. Vert.x has
 * no words of its own for that.
 */
final class OffHeap {
  private OffHeap() {}

  /** A copy, with something before and after it. */
  static Buffer copy(String before, Buffer body, String after) {
    byte[] head = before.getBytes(StandardCharsets.UTF_8);
    byte[] tail = after.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocateDirect(head.length + body.length() + tail.length);
    bytes.put(head).put(body.getBytes()).put(tail).flip();
    return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
  }
}
