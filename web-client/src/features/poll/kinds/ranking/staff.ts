import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const rankingStaff: KindStaff = {
  asks: () => pollTexts.t.asks.ranking,
  task: () => screenTexts.t.ranking,
  asksStatements: false,
  mostOptions: 12,
  asksTexts: false,
  decides: false,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
