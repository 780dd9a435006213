import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const commitmentStaff: KindStaff = {
  asks: () => pollTexts.t.asks.commitment,
  task: ({ statements }) => screenTexts.t.commitment(statements.length),
  asksStatements: true,
  mostOptions: 0,
  asksTexts: false,
  decides: true,
  countsMunicipalities: false,
  publishes: false,
  breaksDown: true,
};
