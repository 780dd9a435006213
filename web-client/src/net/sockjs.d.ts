declare module 'sockjs-client/dist/sockjs.min.js' {
  /** The few things of SockJS that the bridge needs. */
  export default class SockJs {
    constructor(url: string, protocols: null, options: { transports: string[] });
    onopen: (() => void) | null;
    onmessage: ((message: { data: string }) => void) | null;
    onclose: (() => void) | null;
    send(text: string): void;
    close(): void;
  }
}
