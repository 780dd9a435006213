import type { Poll } from '../../features/poll/polls';
import type { AgendaItem } from '../../features/agenda/agenda';
import { agendaTexts } from '../../features/agenda/phone/texts';
import { pollTexts } from '../../features/poll/phone/texts';

/** What has changed in the room, as a sentence to be read out. What was so when the page opened is no news. */
export class News {
  text = $state('');
  #item: string | undefined;
  #polls: Map<string, Poll> | undefined;

  item(running: AgendaItem | undefined): void {
    if (this.#item !== undefined && running && running.id !== this.#item) {
      this.text = agendaTexts.t.now.itemSaid(running.title);
    }
    // An empty agenda has not come yet; a room between two items has.
    if (running) this.#item = running.id;
  }

  polls(polls: readonly Poll[]): void {
    const before = this.#polls;
    if (before === undefined && polls.length === 0) return;
    this.#polls = new Map(polls.map((poll) => [poll.id, poll]));
    if (before === undefined) return;
    for (const poll of polls) {
      const said = changeOf(poll, before.get(poll.id));
      if (said) this.text = said(poll.title);
    }
  }
}

function changeOf(poll: Poll, old: Poll | undefined): ((title: string) => string) | undefined {
  const t = pollTexts.t;
  if (poll.state === 'OPEN' && old?.state !== 'OPEN') return t.openSaid;
  if (!old) return undefined;
  if (poll.state !== old.state) {
    if (poll.state === 'CLOSED') return t.closedSaid;
    if (poll.state === 'CANCELLED') return t.cancelledSaid;
    if (poll.state === 'DISCARDED') return t.discardedSaid;
  }
  return poll.shown.participants && !old.shown.participants ? t.resultsSaid : undefined;
}
