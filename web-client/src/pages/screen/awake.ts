/** Keeps a projector's computer from going dark where the browser can; returns how to stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  // The browser takes the lock away whenever the page is out of sight. Refusals (a low battery) are its business.
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock.request('screen').then(
      (given) => (lock = given),
      () => undefined,
    );
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
