import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const choiceStaff: KindStaff = {
  asks: ({ most }) => (most === 1 ? pollTexts.t.asks.one : pollTexts.t.asks.most(most)),
  task: ({ most }) => (most === 1 ? screenTexts.t.one : screenTexts.t.several(most)),
  asksStatements: false,
  mostOptions: 20,
  asksTexts: false,
  decides: true,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
