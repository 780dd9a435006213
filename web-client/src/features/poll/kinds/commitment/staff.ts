import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const commitmentStaff: KindStaff = {
  label: () => kindTexts.t.commitment.label,
  help: () => kindTexts.t.commitment.help,
  asks: () => kindTexts.t.commitment.asks,
  task: ({ statements }) => kindTexts.t.commitment.task(statements.length),
  asksStatements: true,
  mostOptions: 0,
  asksTexts: false,
  decides: true,
  countsMunicipalities: false,
  publishes: false,
  breaksDown: true,
};
