import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const scaleStaff: KindStaff = {
  label: () => kindTexts.t.scale.label,
  help: () => kindTexts.t.scale.help,
  asks: ({ scale }) => (scale ? `${kindTexts.t.scale.asks(scale.steps, scale.low, scale.high)}.` : ''),
  task: ({ scale }) => (scale ? kindTexts.t.scale.task(scale.steps, scale.low, scale.high) : ''),
  asksStatements: true,
  mostOptions: 0,
  asksTexts: false,
  decides: false,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
