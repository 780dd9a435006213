import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const rankingStaff: KindStaff = {
  label: () => kindTexts.t.ranking.label,
  help: () => kindTexts.t.ranking.help,
  asks: () => kindTexts.t.ranking.asks,
  task: () => kindTexts.t.ranking.task,
  asksStatements: false,
  mostOptions: 12,
  asksTexts: false,
  decides: false,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
