import type fi from './fi';

const en: typeof fi = {
  title: 'Teams attendance reports',
  text: 'Compare the Teams attendance report with the record and correct the times of presence.',
  open: 'Open the reports',
};

export default en;
