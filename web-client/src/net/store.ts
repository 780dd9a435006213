const PREFIX = 'sovittu.';

/** Keeps a value on this device. A browser that refuses (private mode, full disk) must not stop anyone from voting. */
export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    memory.set(key, value);
  }
}

export function recall<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    if (text !== null) return JSON.parse(text) as T;
  } catch {
    // Unreadable is as good as absent.
  }
  return memory.get(key) as T | undefined;
}

export function forget(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept, then.
  }
}

const memory = new Map<string, unknown>();
