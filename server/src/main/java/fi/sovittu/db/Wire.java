package fi.sovittu.db;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/**
 * The socket below a connection of the pool. The client has no words of its own for the two things
 * that are done here: closing a connection without asking the other end, which may be frozen, and
 * limiting the login alone.
 */
final class Wire {
  private Wire() {}

  /**
   * Cuts the connection: whatever waits for an answer on it fails at once, and the pool forgets it.
   * Returning it to the pool instead would hand a late answer to somebody else's question.
   */
  static void cut(SqlConnection connection) {
    channel(connection).close();
  }

  /**
   * Lets the connection be silent from now on. The transport's limit on silence is for the login; a
   * connection that rests in the pool may be silent, and each question has a limit of its own.
   */
  static void maySleep(SqlConnection connection) {
    ChannelPipeline pipeline = channel(connection).pipeline();
    // It is gone already when the connection has been closed meanwhile.
    if (pipeline.get(IdleStateHandler.class) != null) {
      pipeline.remove(IdleStateHandler.class);
    }
  }

  private static Channel channel(SqlConnection connection) {
    SocketConnectionBase socket =
        (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap().unwrap();
    return socket.socket().channelHandlerContext().channel();
  }
}
