import { editor } from './texts';
import { lasting } from '../desk/countdown';
import { groupNames, type Group } from '../desk/words';
import { rulesOf, type Draft } from './draft';

/** The rules in one line of plain words. */
export function summaryOf(draft: Draft, groups: readonly Group[]): string {
  const t = editor.t.short;
  const rules = rulesOf(draft);
  const names = groupNames(rules.groups, groups);
  const persons = rules.voters === 'PERSONS';
  const parts = [
    t[rules.secrecy],
    names === '' ? t[rules.voters] : persons ? t.personsOf(names) : t.organisationsOf(names),
    rules.showParticipants === rules.showScreen
      ? `${t.result}${t[rules.showScreen]}`
      : `${t.resultParticipants}${t[rules.showParticipants]}, ${t.resultScreen}${t[rules.showScreen]}`,
    rules.seconds === null ? t.byHand : t.after(lasting(rules.seconds)),
    rules.majority && t.majority,
    rules.quorum && t.quorum,
    rules.byMunicipality && t.byMunicipality,
    rules.breakdowns.length > 0 && t.breakdowns,
    rules.publishBallots && t.publishBallots,
  ];
  return parts.filter(Boolean).join(' · ');
}
