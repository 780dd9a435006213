import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const wordsStaff: KindStaff = {
  asks: ({ most }) => pollTexts.t.asks.words(most),
  task: ({ most }) => screenTexts.t.words(most),
  asksStatements: false,
  mostOptions: 0,
  asksTexts: true,
  decides: false,
  countsMunicipalities: false,
  publishes: true,
  breaksDown: true,
};
