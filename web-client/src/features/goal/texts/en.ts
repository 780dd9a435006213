import type fi from './fi';

const en: typeof fi = {
  title: 'Joint goals',
  help: 'Give a goal a new wording when it has been negotiated. Earlier versions are kept.',
  drafts:
    'Polls that have not been opened go on asking about the version they were made from. The chair is warned when opening such a poll.',
  none: 'The meeting has no goals.',
  version: (n) => `Version ${n}`,
  reword: 'New wording',
  rewordNamed: (text) => `New wording for the goal: ${text}`,
  label: (n) => `Wording, version ${n}`,
  count: (n, of) => `${n}/${of} characters`,
  save: (n) => `Save as version ${n}`,
  saved: (n) => `Version ${n} of the goal has been saved.`,
  empty: 'Write the wording.',
  tooLong: 'The wording may have at most 500 characters.',
  same: 'The wording is the same as in the current version.',
  conflict:
    'Someone else has just given the goal a new wording. It is now shown above. Check your own text before saving.',
};

export default en;
