import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const wordsStaff: KindStaff = {
  label: () => kindTexts.t.words.label,
  help: () => kindTexts.t.words.help,
  asks: ({ most }) => kindTexts.t.words.asks(most),
  task: ({ most }) => kindTexts.t.words.task(most),
  asksStatements: false,
  mostOptions: 0,
  asksTexts: true,
  decides: false,
  countsMunicipalities: false,
  publishes: true,
  breaksDown: true,
};
