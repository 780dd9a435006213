import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const thumbsStaff: KindStaff = {
  label: () => kindTexts.t.thumbs.label,
  help: () => kindTexts.t.thumbs.help,
  asks: () => kindTexts.t.thumbs.asks,
  task: () => kindTexts.t.thumbs.task,
  asksStatements: false,
  mostOptions: 0,
  asksTexts: false,
  decides: true,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
