import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const textStaff: KindStaff = {
  asks: ({ most }) => pollTexts.t.asks.texts(most),
  task: ({ most }) => screenTexts.t.texts(most),
  asksStatements: false,
  mostOptions: 0,
  asksTexts: true,
  decides: false,
  countsMunicipalities: false,
  publishes: false,
  breaksDown: false,
};
