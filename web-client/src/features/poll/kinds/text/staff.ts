import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const textStaff: KindStaff = {
  label: () => kindTexts.t.text.label,
  help: () => kindTexts.t.text.help,
  asks: ({ most }) => kindTexts.t.text.asks(most),
  task: ({ most }) => kindTexts.t.text.task(most),
  asksStatements: false,
  mostOptions: 0,
  asksTexts: true,
  decides: false,
  countsMunicipalities: false,
  publishes: false,
  breaksDown: false,
};
