import { BRIDGE } from './snapshot';

/** One open (or opening) link to the server's event-bus bridge. */
export interface Wire {
  send(message: object): void;
  close(): void;
}

export interface WireEvents {
  open(): void;
  /** A message of an address that was registered. */
  event(address: string, body: unknown): void;
  /** Called once, also when the link never opened. */
  closed(): void;
}

export type Dial = (participant: string, events: WireEvents) => Wire;

/** The bridge's raw endpoint: the same messages without the SockJS frames. */
export const dialWebSocket: Dial = (participant, events) => {
  const url = new URL(`${BRIDGE}/websocket`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('as', participant);
  const socket = new WebSocket(url);
  const text = new TextDecoder();
  // The bridge answers in binary frames.
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => {
    events.open();
  };
  socket.onmessage = (message: MessageEvent<string | ArrayBuffer>) => {
    read(typeof message.data === 'string' ? message.data : text.decode(message.data), events);
  };
  socket.onclose = () => {
    events.closed();
  };
  return wire(socket);
};

/** Long polling and its kin, for networks that block WebSockets. Its code is loaded only when it is needed. */
export const dialFallback: Dial = (participant, events) => {
  let given = false;
  let inner: Wire | undefined;
  const failed = (): void => {
    if (!given) events.closed();
    given = true;
  };
  import('sockjs-client/dist/sockjs.min.js').then(({ default: SockJs }) => {
    if (given) return;
    const socket = new SockJs(`${BRIDGE}?as=${participant}`, null, {
      transports: ['xhr-streaming', 'xhr-polling'],
    });
    socket.onopen = () => {
      events.open();
    };
    socket.onmessage = (message) => {
      read(message.data, events);
    };
    socket.onclose = failed;
    inner = wire(socket);
  }, failed);
  return {
    send: (message) => inner?.send(message),
    close() {
      given = true;
      inner?.close();
    },
  };
};

function wire(socket: { send(text: string): void; close(): void; onclose: unknown }): Wire {
  return {
    send(message) {
      socket.send(JSON.stringify(message));
    },
    close() {
      socket.onclose = null;
      socket.close();
    },
  };
}

function read(text: string, events: WireEvents): void {
  const message = JSON.parse(text) as { type?: string; address?: string; body?: unknown };
  if (message.type === 'rec' && message.address !== undefined) events.event(message.address, message.body);
}
