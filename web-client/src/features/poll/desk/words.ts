import type { MeetingInfo } from '../../meeting';
import type { Poll } from '../polls';
import { pollTexts } from './texts';
import { lasting } from './countdown';

export type Group = MeetingInfo['groups'][number];

export function groupNames(ids: readonly string[], groups: readonly Group[]): string {
  return ids.flatMap((id) => groups.find((group) => group.id === id)?.name ?? []).join(', ');
}

/** The rules of a poll, a sentence each. */
export function rulesInWords({ rules }: Poll, groups: readonly Group[]): string[] {
  const t = pollTexts.t;
  const sentences = [whoInWords(rules, groups)];
  sentences.push(rules.secrecy === 'ANONYMOUS' ? t.secrecy.ANONYMOUS : t.secrecy[rules.voters]);
  if (rules.showParticipants === rules.showScreen) {
    sentences.push(`${t.shows.both}${t.shows[rules.showScreen]}.`);
  } else {
    sentences.push(`${t.shows.participants}${t.shows[rules.showParticipants]}.`);
    sentences.push(`${t.shows.screen}${t.shows[rules.showScreen]}.`);
  }
  if (rules.seconds !== null) sentences.push(t.closesAfter(lasting(rules.seconds)));
  if (rules.majority) sentences.push(t.majority(t.needed[rules.majority.rule][rules.majority.base]));
  if (rules.quorum) sentences.push(t.quorum(t.needed[rules.quorum.rule][rules.quorum.base]));
  if (rules.byMunicipality) sentences.push(t.byMunicipality);
  if (rules.breakdowns.length > 0) {
    sentences.push(t.breakdowns(rules.breakdowns.map((dimension) => t.dimension[dimension]).join(', ')));
  }
  if (rules.publishBallots) sentences.push(t.publishBallots);
  if (rules.moderated) sentences.push(t.moderated);
  return sentences;
}

function whoInWords(rules: Poll['rules'], groups: readonly Group[]): string {
  const { who } = pollTexts.t;
  if (rules.groups.length === 0) return who[rules.voters];
  const names = groupNames(rules.groups, groups);
  return rules.voters === 'PERSONS' ? who.personsOf(names) : who.organisationsOf(names);
}
