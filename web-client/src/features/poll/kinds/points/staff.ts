import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const pointsStaff: KindStaff = {
  asks: () => pollTexts.t.asks.points,
  task: () => screenTexts.t.points,
  asksStatements: false,
  mostOptions: 12,
  asksTexts: false,
  decides: false,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
