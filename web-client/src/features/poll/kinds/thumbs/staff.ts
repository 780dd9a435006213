import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const thumbsStaff: KindStaff = {
  asks: () => pollTexts.t.asks.thumbs,
  task: () => screenTexts.t.thumbs,
  asksStatements: false,
  mostOptions: 0,
  asksTexts: false,
  decides: true,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
