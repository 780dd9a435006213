import { untrack } from 'svelte';
import type { Result } from '../polls';
import type { MyBallot } from './my-ballot.svelte';

interface Surroundings {
  /** The server must be asked before anything can be shown. */
  asks: boolean;
  justOpened: boolean;
  /** Reactive: when this changes, what the server said of me may be so no longer. */
  situation: () => string;
  /** Reactive. */
  open: () => boolean;
  /** Reactive: that my organisation has answered, as everyone is told. */
  answered: () => Result['answered'][number] | undefined;
}

/** A colleague's answer to an anonymous poll changes nothing that everyone is told; so it is asked for. */
const ASK_MS = 20_000;

/** Keeps a ballot's view of the server fresh while a component shows it. Call while it is being made. */
export function followBallot(
  ballot: MyBallot,
  { asks, justOpened, situation, open, answered }: Surroundings,
): void {
  const secret = ballot.poll.rules.secrecy === 'ANONYMOUS';
  const onePhone = secret && !ballot.forOrganisation;

  if (!asks && !justOpened && !(onePhone && ballot.saved)) void ballot.load();
  $effect(() => {
    situation();
    if (asks) void untrack(() => ballot.load());
  });

  $effect(() => {
    const heard = answered();
    if (heard) void untrack(() => ballot.heardOf(heard.at));
  });

  // Another device may have answered while this one slept.
  $effect(() => {
    if (onePhone || !open()) return;
    const look = (): void => {
      if (document.visibilityState === 'visible') void ballot.load();
    };
    document.addEventListener('visibilitychange', look);
    const timer = secret ? setInterval(look, ASK_MS) : undefined;
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  });
}
