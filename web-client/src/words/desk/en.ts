import type fi from './fi';

const en: typeof fi = {
  copy: 'Copy',
  copyNamed: (what) => `Copy the link: ${what}`,
  copied: 'Copied',
  copyFailed: 'Copying failed. Select the link and copy it yourself.',
  waiting: 'Waiting for the server…',
};

export default en;
