import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const pointsStaff: KindStaff = {
  label: () => kindTexts.t.points.label,
  help: () => kindTexts.t.points.help,
  asks: () => kindTexts.t.points.asks,
  task: () => kindTexts.t.points.task,
  asksStatements: false,
  mostOptions: 12,
  asksTexts: false,
  decides: false,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
