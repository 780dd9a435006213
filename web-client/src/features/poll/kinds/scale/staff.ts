import { pollTexts } from '../../desk/texts';
import { pollTexts as screenTexts } from '../../screen/texts';
import type { KindStaff } from '../traits';

export const scaleStaff: KindStaff = {
  asks: ({ scale }) => (scale ? `${pollTexts.t.scale(scale.steps, scale.low, scale.high)}.` : ''),
  task: ({ scale }) => (scale ? screenTexts.t.scale(scale.steps, scale.low, scale.high) : ''),
  asksStatements: true,
  mostOptions: 0,
  asksTexts: false,
  decides: false,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
