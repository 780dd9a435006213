import { kindTexts } from '../texts';
import type { KindStaff } from '../traits';

export const choiceStaff: KindStaff = {
  label: () => kindTexts.t.choice.label,
  help: () => kindTexts.t.choice.help,
  asks: ({ most }) => (most === 1 ? kindTexts.t.choice.asksOne : kindTexts.t.choice.asksMost(most)),
  task: ({ most }) => (most === 1 ? kindTexts.t.choice.taskOne : kindTexts.t.choice.taskMost(most)),
  asksStatements: false,
  mostOptions: 20,
  asksTexts: false,
  decides: true,
  countsMunicipalities: true,
  publishes: true,
  breaksDown: true,
};
