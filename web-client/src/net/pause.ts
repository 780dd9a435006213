/** Waits, but no longer than until the network comes back. Rejects with the signal's reason when cancelled. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', wake);
      signal?.removeEventListener('abort', cancel);
    };
    const wake = (): void => {
      end();
      resolve();
    };
    const cancel = (): void => {
      end();
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(wake, ms);
    window.addEventListener('online', wake);
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel);
  });
}
